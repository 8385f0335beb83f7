import type { ScoringRule } from "../scoring/rule";
import { indicatorProblems } from "./check-indicators";
import { scoringProblems } from "./check-scoring";
import { consequenceProblems, incentiveProblems } from "./check-terms";
import { differences } from "./differences";
import { problem, type RuleProblem } from "./numbers";
import type { TypedRule } from "./schema";
import type { RuleVersion } from "./versions";

export interface CheckContext {
  /** `YYYY-MM-DD` in Shanghai. */
  today: string;
  /** The version that the draft was copied from. */
  base: RuleVersion;
  /** The newest published version: the base, unless another was published meanwhile. */
  newest: RuleVersion;
  /** The scoring rules that will be in force when a set of indicators is. */
  rule: ScoringRule;
}

/** Everything that stands against publishing what is typed; empty where nothing does. */
export function draftProblems(typed: TypedRule, context: CheckContext): RuleProblem[] {
  return [...headProblems(typed, context), ...ownProblems(typed, context)];
}

/** From when and on what document: never in the past, and later than the version that it ends. */
function headProblems(typed: TypedRule, { today, base, newest }: CheckContext): RuleProblem[] {
  const { validFrom, basis } = typed.content;
  const wrongDay =
    validFrom === undefined
      ? problem("valid_from_missing")
      : validFrom < today
        ? problem("valid_from_past")
        : validFrom <= newest.validFrom
          ? problem("valid_from_before_running", { since: newest.validFrom })
          : null;
  return [
    ...(newest.version === base.version
      ? []
      : [problem("base_replaced", { version: newest.version })]),
    ...(wrongDay === null ? [] : [wrongDay]),
    ...(basis ? [] : [problem("basis_missing")]),
    ...(differences(base, typed).length === 0 ? [problem("nothing_changed")] : []),
  ];
}

function ownProblems(typed: TypedRule, { base, rule }: CheckContext): RuleProblem[] {
  switch (typed.family) {
    case "scoring":
      return scoringProblems(typed.content);
    case "indicators":
      return indicatorProblems(typed.content, base.purpose ?? "project", rule);
    case "consequence":
      return consequenceProblems(typed.content, base.purpose ?? "");
    case "incentive":
      return incentiveProblems(typed.content);
  }
}
