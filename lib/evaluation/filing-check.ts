import { decimalOf, parseDecimal, toFixed, total } from "@/lib/kernel/fraction";
import { score } from "./scoring/engine";
import { type Achievement, achievements, type ScoringRule } from "./scoring/rule";
import type { LineProblemCode, ScoredIndicator, ScoredLine } from "./scoring/types";

/** One line as it stands in the form: texts, as far as they were typed. */
export interface TypedLine {
  indicatorCode: string;
  value: string;
  achievement: string;
  score: string;
  notApplicable: boolean;
  reason: string;
  improvement: string;
}

export type Lack = "value" | "reason" | "improvement";

export interface FilingCheck {
  /** Lines that still lack something, in the set's order. */
  lacking: { code: string; lacks: Lack[] }[];
  /** The unit's own total by the engine; null until each line can be scored. */
  selfTotal: string | null;
}

const lackOf: Partial<Record<LineProblemCode, Lack>> = {
  actual_missing: "value",
  actual_not_a_number: "value",
  achievement_missing: "value",
  score_missing: "value",
  score_not_a_number: "value",
  score_too_precise: "value",
  score_out_of_band: "value",
  reason_missing: "reason",
  improvement_missing: "improvement",
};

const plain = (text: string): string => text.normalize("NFKC").replace(/[\s,]/g, "");

const bandOf = (text: string): Achievement | null =>
  achievements.find((achievement) => achievement === text) ?? null;

/** The sum of a final account typed in 万元, as 万元; null while a part is missing or no number. */
export function typedSpending(parts: readonly string[]): string | null {
  const figures = parts.map(plain);
  if (figures.some((figure) => parseDecimal(figure) === null)) return null;
  const sum = toFixed(total(figures.map(decimalOf)), 6);
  return sum.replace(/\.?0+$/, "");
}

/**
 * What the lines of an acceptance file lack while they are typed, and what they score: the server's
 * engine on the browser's values, so that both say the same. `spent` in 万元.
 */
export function checkFiling(
  rule: ScoringRule,
  indicators: readonly ScoredIndicator[],
  typed: readonly TypedLine[],
  spent: string | null,
): FilingCheck {
  const lines = new Map(typed.map((line) => [line.indicatorCode, line]));
  const result = score(
    rule,
    indicators,
    indicators.map((indicator) => engineLine(indicator, lines.get(indicator.code), spent)),
  );
  const lacking = result.lines.flatMap(({ code, problems }) => {
    const found = new Set(problems.flatMap((problem) => lackOf[problem.code] ?? []));
    const line = lines.get(code);
    if (line?.notApplicable && line.reason.trim() === "") found.add("reason");
    return found.size > 0 ? [{ code, lacks: [...found] }] : [];
  });
  return { lacking, selfTotal: result.total };
}

function engineLine(
  indicator: ScoredIndicator,
  line: TypedLine | undefined,
  spent: string | null,
): ScoredLine {
  const { code, kind } = indicator;
  const value = kind === "budget_execution" ? spent : plain(line?.value ?? "") || null;
  return {
    code,
    ...(kind === "qualitative"
      ? { achievement: bandOf(line?.achievement ?? ""), score: plain(line?.score ?? "") || null }
      : { actual: value === null ? null : { value } }),
    reason: line?.reason.trim() || null,
    improvement: line?.improvement.trim() || null,
    notApplicable: line?.notApplicable ?? false,
    notApplicableConsent: line?.notApplicable ?? false,
  };
}
