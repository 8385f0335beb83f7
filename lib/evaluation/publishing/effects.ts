import { linkIncentive } from "@/lib/absorption/measures";
import {
  decimalOf,
  divide,
  fraction,
  multiply,
  parseDecimal,
  toFixed,
} from "@/lib/kernel/fraction";
import type { FrozenEvaluation } from "../frozen";
import { score } from "../scoring/engine";
import type { ScoringRule } from "../scoring/rule";
import { levels } from "../scoring/rule";
import type { ScoredIndicator } from "../scoring/types";
import { linesOf } from "./check-indicators";
import type { IncentiveContent, IndicatorsContent } from "./schema";

/** A score with its grade; null where it can't be computed under the new rules. */
export interface Scored {
  total: string | null;
  grade: string | null;
}

type Frozen = Pick<FrozenEvaluation, "rule" | "indicators" | "lines">;

/**
 * A frozen evaluation under other scoring rules: nothing but the rules changes. How missed upper
 * limits fall stays as the budget item settled it, unless the rules change just that.
 */
export function underRule(frozen: Frozen, rule: ScoringRule, base: ScoringRule): Scored {
  const reverse = rule.reverse === base.reverse ? frozen.rule.reverse : rule.reverse;
  const { total, grade } = score({ ...rule, reverse }, frozen.indicators, frozen.lines);
  return { total, grade };
}

/**
 * A frozen evaluation under another set: targets and values stay, weights and kinds move. An indicator
 * that it has no value for is left out and the rest rescaled, as with one that doesn't apply; a judged
 * score keeps its share of the weight.
 */
export function underSet(frozen: Frozen, content: IndicatorsContent): Scored {
  const indicators = linesOf(content).flatMap((line) => movedIndicator(frozen, line));
  const lines = indicators.map((indicator) => {
    const line = frozen.lines.find(({ code }) => code === indicator.code);
    const before = frozen.indicators.find(({ code }) => code === indicator.code);
    if (line === undefined || before === undefined || before.kind !== indicator.kind) {
      return { code: indicator.code, notApplicable: true, notApplicableConsent: true };
    }
    return { ...line, score: sharedScore(line.score, before.weight, indicator.weight) };
  });
  const { total, grade } = score(frozen.rule, indicators, lines);
  return { total, grade };
}

function movedIndicator(
  frozen: Frozen,
  line: ReturnType<typeof linesOf>[number],
): ScoredIndicator[] {
  const level1 = levels.find((each) => each === line.level1);
  const { code, kind, weight, level2 = "", unit = "" } = line;
  if (level1 === undefined || !code || !kind || !weight || parseDecimal(weight) === null) return [];
  const before = frozen.indicators.find((each) => each.code === code);
  return [
    {
      code,
      level1,
      level2,
      kind,
      weight,
      unit: before?.unit ?? unit,
      target: before?.target ?? null,
      core: before?.core ?? false,
    },
  ];
}

function sharedScore(given: string | null, before: string, now: string): string | null {
  if (given === null || before === now) return given;
  const weight = decimalOf(before);
  if (weight.n === 0n) return given;
  return toFixed(divide(multiply(decimalOf(given), decimalOf(now)), weight), 2);
}

/** Whether what happened to a project sets a consequence off. */
export const setsOff = (
  triggers: readonly string[] | undefined,
  happened: readonly string[],
): boolean => happened.some((each) => triggers?.includes(each));

/** What an incentive gives for a confirmed cost in yuan; null where it has no rate. */
export function amountUnder(
  { ratePercent, cap }: Pick<IncentiveContent, "ratePercent" | "cap">,
  baseCost: string,
): string | null {
  if (ratePercent === undefined) return null;
  const rate = toFixed(divide(decimalOf(ratePercent), fraction(100n)), 4);
  return linkIncentive({ rate, cap: cap ?? null }, baseCost);
}
