import { wanYuanField } from "@/lib/kernel/money";
import type { ScoringRule } from "../scoring/rule";
import { type SheetResult, type SheetRow, scoreSheet } from "../scoring/sheet";
import {
  type IndicatorKind,
  indicatorKinds,
  type Measured,
  type ScoredLine,
} from "../scoring/types";
import type { IndicatorFacts } from "./facts";
import { type How, type MoneySplit, moneyTotal, type Part, roll, scoredAs } from "./rules";
import type { FormContent, FormKind, LineNote } from "./schema";

/** One line of a form as it is computed; what was typed about it stands in `note`. */
export interface FormRow {
  code: string;
  level1: string;
  level2: string;
  zh: string;
  en: string;
  unit: string;
  kind: IndicatorKind;
  /** How the projects' values became one; null where the line isn't rolled up from projects. */
  how: How | null;
  weight: string;
  target: Measured | null;
  actual: Measured | null;
  score: string | null;
  worse: boolean;
  overAchieved: boolean;
  /** Out of the score: nothing to measure it by. */
  dropped: boolean;
  /** Projects without a result yet. */
  pending: number;
  parts: readonly Part[];
  /** What stands against confirming this line. */
  problems: readonly string[];
  /** Codes of the self-evaluation's lines that this one is computed from. */
  from: readonly string[];
  note: LineNote;
}

export interface MoneyBlock extends YearMoney {
  weight: string;
  score: string | null;
  /** Less was executed than the adjusted budget. */
  worse: boolean;
}

/** A whole form, computed. */
export interface FormSheet {
  kind: FormKind;
  money: MoneyBlock;
  rows: readonly FormRow[];
  levels: SheetResult["levels"];
  total: string | null;
  grade: string | null;
}

export interface YearMoney {
  initial: MoneySplit;
  adjusted: MoneySplit;
  executed: MoneySplit;
}

const executionCode = "B0";

const isKind = (text: string): text is IndicatorKind =>
  indicatorKinds.some((kind) => kind === text);

export const noteOf = (content: FormContent, code: string): LineNote =>
  content.lines.find((line) => line.code === code) ?? { code };

/** Rolls the projects' values up to the lines of a form; nothing is scored yet. */
export function rolledRows(facts: readonly IndicatorFacts[], content: FormContent): FormRow[] {
  return facts.flatMap(({ contributions, ...row }) => {
    if (!isKind(row.kind)) return [];
    const rolled = roll({ kind: row.kind, unit: row.unit }, contributions);
    return [
      {
        code: row.indicatorCode,
        level1: row.level1,
        level2: row.level2,
        zh: row.zh,
        en: row.en,
        unit: row.unit,
        kind: row.kind,
        how: rolled.how,
        weight: row.weight,
        target: rolled.target,
        actual: rolled.actual,
        score: null,
        worse: false,
        overAchieved: false,
        dropped: rolled.target === null,
        pending: rolled.pending,
        parts: rolled.parts,
        problems: [],
        from: [],
        note: noteOf(content, row.indicatorCode),
      },
    ];
  });
}

const sheetRow = (row: FormRow): SheetRow => ({
  code: row.code,
  level1: row.level1,
  level2: row.level2,
  weight: row.weight,
  target: row.target,
  ...scoredAs(row.how ?? "sum", { kind: row.kind, unit: row.unit }),
});

const givenLine = ({ code, actual, kind, how, note }: FormRow): ScoredLine => ({
  code,
  ...(kind === "qualitative" && how === null
    ? { achievement: note.achievement ?? null, score: note.score ?? null }
    : { actual }),
  cause: note.cause ?? null,
  reason: note.reason ?? null,
  improvement: note.improvement ?? null,
});

/** The lines with their scores, and the totals; `first` are lines outside the table, such as the money. */
export function scored(
  kind: FormKind,
  rule: ScoringRule,
  money: YearMoney,
  rows: readonly FormRow[],
  withExecution: boolean,
): FormSheet {
  const execution = executionRow(rule, money);
  const all = withExecution ? [execution, ...rows.map(sheetRow)] : rows.map(sheetRow);
  const result = scoreSheet(rule, all, [
    {
      code: executionCode,
      actual: { value: wanYuanField(moneyTotal(money.executed)) },
    },
    ...rows.map(givenLine),
  ]);
  const found = new Map(result.lines.map((line) => [line.code, line]));
  return {
    kind,
    money: {
      ...money,
      weight: withExecution ? execution.weight : "0",
      score: found.get(executionCode)?.score ?? null,
      worse: withExecution && (found.get(executionCode)?.worse ?? false),
    },
    rows: rows.map((row) => {
      const line = found.get(row.code);
      return {
        ...row,
        score: line?.score ?? null,
        worse: line?.worse ?? false,
        overAchieved: line?.overAchieved ?? false,
        dropped: line?.notApplicable ?? false,
        problems: line?.problems.map((problem) => problem.code) ?? [],
      };
    }),
    levels: result.levels,
    total: result.total,
    grade: result.grade,
  };
}

/** Budget execution is the money block's own line: executed over adjusted (domain.md §3.2). */
function executionRow(rule: ScoringRule, money: YearMoney): SheetRow {
  const adjusted = moneyTotal(money.adjusted);
  return {
    code: executionCode,
    level1: "execution",
    level2: "execution",
    kind: "budget_execution",
    unit: "wan_yuan",
    weight: rule.levels.execution,
    target: Number(adjusted) > 0 ? { value: wanYuanField(adjusted) } : null,
  };
}
