import { compare, decimalOf } from "@/lib/kernel/fraction";
import { isOver, numberOf, problem, type RuleProblem } from "./numbers";
import type { ConsequenceContent, IncentiveContent } from "./schema";

interface Titled {
  titleZh?: string | undefined;
  titleEn?: string | undefined;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}

const titleProblems = ({ titleZh, titleEn }: Titled): RuleProblem[] =>
  titleZh && titleEn ? [] : [problem("title_missing")];

const periodProblems = ({ validFrom, validTo }: Titled): RuleProblem[] =>
  validFrom && validTo && validTo < validFrom ? [problem("valid_to_before_from")] : [];

/** Kinds that have no period: they end when their cause is settled. */
const settled = ["refund", "integrity_case"];
const adverse = ["attention", "limit", "refund", "integrity_case"];

/** What is wrong with a consequence: causes and period must fit what it does. */
export function consequenceProblems(content: ConsequenceContent, kind: string): RuleProblem[] {
  const { triggers = [], months, appealDays } = content;
  const untilDone = triggers.length > 0 && triggers.every((each) => each === "tracking:silent");
  const timed = !settled.includes(kind) && !untilDone;
  const misconduct = triggers.every((trigger) => trigger.startsWith("cause:"));
  return [
    ...titleProblems(content),
    ...periodProblems(content),
    ...(triggers.length > 0 ? [] : [problem("triggers_missing")]),
    ...(timed && months === undefined ? [problem("months_missing")] : []),
    ...(!timed && months !== undefined ? [problem("months_not_for_kind")] : []),
    ...(kind === "integrity_case" && !misconduct ? [problem("case_without_misconduct")] : []),
    ...(appealDays !== undefined && !adverse.includes(kind) ? [problem("appeal_not_adverse")] : []),
  ];
}

const full = decimalOf("100");

/** What is wrong with an incentive: only the bureau's own has a rate; cap and budget hang on it. */
export function incentiveProblems(content: IncentiveContent): RuleProblem[] {
  const { administeredBy, ratePercent, cap, budget } = content;
  const rate = numberOf(ratePercent);
  const outside =
    ratePercent !== undefined && (isOver(rate, full) || !isOver(rate, decimalOf("0")));
  const above =
    cap !== undefined && budget !== undefined && compare(numberOf(cap), numberOf(budget)) > 0;
  return [
    ...titleProblems(content),
    ...periodProblems(content),
    ...(administeredBy === undefined ? [problem("administrator_missing")] : []),
    ...(outside ? [problem("rate_range")] : []),
    ...(ratePercent !== undefined && administeredBy !== "science"
      ? [problem("rate_of_others")]
      : []),
    ...(ratePercent === undefined && (cap !== undefined || budget !== undefined)
      ? [problem("cap_without_rate")]
      : []),
    ...(above ? [problem("cap_over_budget")] : []),
    ...(content.guidanceZh && content.guidanceEn ? [] : [problem("guidance_missing")]),
  ];
}
