import { z } from "zod";
import { hashOf } from "../hash";
import { indicatorKinds, type Measured } from "../scoring/types";
import type { ComputedForm } from "./compute";
import { formContent, formKinds, moneySplit } from "./schema";

const measured = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ numerator: z.string(), denominator: z.string() }),
]);

const part = z.object({
  projectId: z.string(),
  target: z.string(),
  actual: z.string().nullable(),
  base: z.string().nullable(),
  left: z.boolean(),
  reached: z.boolean(),
});

const row = z.object({
  code: z.string(),
  level1: z.string(),
  level2: z.string(),
  zh: z.string(),
  en: z.string(),
  unit: z.string(),
  kind: z.enum(indicatorKinds),
  how: z.enum(["sum", "quotient", "reached"]).nullable(),
  weight: z.string(),
  target: measured.nullable(),
  actual: measured.nullable(),
  score: z.string().nullable(),
  worse: z.boolean(),
  overAchieved: z.boolean(),
  dropped: z.boolean(),
  pending: z.number(),
  parts: z.array(part),
  problems: z.array(z.string()),
  from: z.array(z.string()),
  note: formContent.shape.lines.unwrap().element,
});

const brief = z.object({
  number: z.string().nullable(),
  title: z.string(),
  titleEn: z.string().nullable(),
  unitName: z.string(),
});

/** A confirmed form as it was: every figure, the projects behind it, and what was typed. */
const frozenForm = z.object({
  kind: z.enum(formKinds),
  objective: z.string(),
  content: formContent,
  money: z.object({
    initial: moneySplit,
    adjusted: moneySplit,
    executed: moneySplit,
    weight: z.string(),
    score: z.string().nullable(),
    worse: z.boolean(),
  }),
  rows: z.array(row),
  levels: z.array(z.object({ key: z.string(), score: z.string(), weight: z.string() })),
  total: z.string().nullable(),
  grade: z.string().nullable(),
  projects: z.array(brief.extend({ id: z.string() })),
  drawn: z.array(
    brief.extend({
      projectId: z.string(),
      planned: z.string(),
      issued: z.string(),
      received: z.string(),
    }),
  ),
  due: z.number(),
});

export type FrozenForm = z.output<typeof frozenForm>;

/** Reads what was frozen; null where it can't be read or its hash differs. */
export function readFrozen(frozen: unknown, hash: string | null): FrozenForm | null {
  const parsed = frozenForm.safeParse(frozen);
  return parsed.success && hashOf(frozen) === hash ? parsed.data : null;
}

/** A figure that is no longer what was confirmed. */
export interface Change {
  /** An indicator's code, `money`, or `projects`. */
  code: string;
  part: "target" | "actual" | "score" | "money" | "projects";
  was: string;
  is: string;
}

/** What has changed in the records since the form was confirmed; the form itself stays. */
export function changesSince(frozen: FrozenForm, live: ComputedForm): Change[] {
  const codes = [...new Set([...frozen.rows, ...live.rows].map(({ code }) => code))];
  const changes = codes.flatMap((code) => rowChanges(frozen, live, code));
  if (JSON.stringify(moneyIn(frozen)) !== JSON.stringify(moneyIn(live))) {
    changes.push({ code: "money", part: "money", was: "", is: "" });
  }
  if (frozen.due !== live.due) {
    const [was, is] = [String(frozen.due), String(live.due)];
    changes.push({ code: "projects", part: "projects", was, is });
  }
  return changes;
}

const moneyIn = ({ money }: Pick<FrozenForm, "money">) => [
  money.initial,
  money.adjusted,
  money.executed,
];

function rowChanges(frozen: FrozenForm, live: ComputedForm, code: string): Change[] {
  const [was, is] = [frozen, live].map(({ rows }) => rows.find((each) => each.code === code));
  const of = (part: Change["part"], before: string, after: string): Change[] =>
    before === after ? [] : [{ code, part, was: before, is: after }];
  return [
    ...of("target", measuredText(was?.target), measuredText(is?.target)),
    ...of("actual", measuredText(was?.actual), measuredText(is?.actual)),
    ...of("score", was?.score ?? "", is?.score ?? ""),
  ];
}

/** A value as plain text: the figure, or part/whole. */
export function measuredText(measured: Measured | null | undefined): string {
  if (!measured) return "";
  return "value" in measured ? measured.value : `${measured.numerator}/${measured.denominator}`;
}
