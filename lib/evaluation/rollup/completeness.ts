import { add, compare, decimalOf, total, zero } from "@/lib/kernel/fraction";
import type { FormContent, FormKind } from "./schema";
import type { FormRow, FormSheet } from "./sheet";

/** What keeps a form from being confirmed: a line's code (or a field's name) and why. */
export interface Gap {
  code: string;
  problem: string;
}

type Check = (sheet: FormSheet, content: FormContent, objective: string) => Gap[];

const checks: Readonly<Record<FormKind, Check>> = {
  goals: (_sheet, _content, objective) =>
    objective.trim() === "" ? [{ code: "objective", problem: "objective_missing" }] : [],
  monitoring: (sheet, content) => [
    ...(content.expectedExecuted ? [] : [{ code: "money", problem: "expected_missing" }]),
    ...sheet.rows.filter(({ dropped }) => !dropped).flatMap(monitoringGaps),
  ],
  self_evaluation: (sheet, content) => [
    ...(content.achieved ? [] : [{ code: "objective", problem: "achieved_missing" }]),
    ...(sheet.money.worse && !content.executionReason
      ? [{ code: "money", problem: "reason_missing" }]
      : []),
    ...lineGaps(sheet),
  ],
  department: (sheet, content) => [
    ...(content.opinion ? [] : [{ code: "objective", problem: "opinion_missing" }]),
    ...weightGaps(sheet.rows),
    ...lineGaps(sheet),
  ],
};

/** Everything that stands against confirming a form. */
export function formGaps(sheet: FormSheet, content: FormContent, objective: string): Gap[] {
  const empty = sheet.rows.every(({ dropped }) => dropped)
    ? [{ code: "projects", problem: "nothing_due" }]
    : [];
  return [...empty, ...checks[sheet.kind](sheet, content, objective)];
}

const lineGaps = ({ rows }: FormSheet): Gap[] =>
  rows
    .filter(({ dropped }) => !dropped)
    .flatMap(({ code, problems }) => problems.map((problem) => ({ code, problem })));

function monitoringGaps({ code, note }: FormRow): Gap[] {
  if (note.likelihood === undefined) return [{ code, problem: "likelihood_missing" }];
  return note.likelihood !== "certain" && !note.reason ? [{ code, problem: "reason_missing" }] : [];
}

const weightOf = (rows: readonly Pick<FormRow, "weight">[]) =>
  total(rows.map(({ weight }) => decimalOf(weight)));

/** Weights add to 100; output and benefit together at least 60 (domain.md §3.1). */
export function weightGaps(rows: readonly Pick<FormRow, "level1" | "weight">[]): Gap[] {
  const of = (level: string) => weightOf(rows.filter(({ level1 }) => level1 === level));
  const gaps: Gap[] = [];
  if (rows.some(({ weight }) => compare(decimalOf(weight), zero) < 0)) {
    gaps.push({ code: "weights", problem: "weight_negative" });
  }
  if (compare(weightOf(rows), decimalOf("100")) !== 0) {
    gaps.push({ code: "weights", problem: "weights_not_100" });
  }
  if (compare(add(of("output"), of("benefit")), decimalOf("60")) < 0) {
    gaps.push({ code: "weights", problem: "results_below_60" });
  }
  return gaps;
}
