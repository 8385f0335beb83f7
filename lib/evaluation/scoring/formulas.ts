import {
  atLeast,
  compare,
  decimalOf,
  divide,
  type Fraction,
  fraction,
  greater,
  lesser,
  multiply,
  parseDecimal,
  rounded,
  subtract,
  zero,
} from "@/lib/kernel/fraction";
import type { ScoringRule } from "./rule";
import type { IndicatorKind, Measured } from "./types";

const hundred = fraction(100n);
const two = fraction(2n);

export type Reading = Fraction | "not_a_number" | "zero_denominator";

/** The exact value of a target or result; a quotient in `percent` counts ×100. */
export function read(measured: Measured, unit: string): Reading {
  if ("value" in measured) return parseDecimal(measured.value) ?? "not_a_number";
  const [over, under] = [parseDecimal(measured.numerator), parseDecimal(measured.denominator)];
  if (!over || !under) return "not_a_number";
  if (compare(under, zero) === 0) return "zero_denominator";
  const quotient = divide(over, under);
  return unit === "percent" ? multiply(quotient, hundred) : quotient;
}

interface Case {
  weight: Fraction;
  target: Fraction;
  actual: Fraction;
}

/** Positive: a ≥ t → w, else w·a/t. A target of 0 is always reached. */
const towards = ({ weight, target, actual }: Case): Fraction =>
  atLeast(actual, target) ? weight : divide(multiply(weight, actual), target);

const exactly = (given: Case): Fraction => {
  if (compare(given.target, zero) > 0) return towards(given);
  return compare(given.actual, zero) > 0 ? zero : given.weight;
};

/** Reverse: full up to the limit; then down to 0 at twice the limit, or as w·t/a. */
function under({ weight, target, actual }: Case, variant: ScoringRule["reverse"]): Fraction {
  if (compare(actual, target) <= 0) return weight;
  if (variant === "ratio") return divide(multiply(weight, target), actual);
  if (atLeast(actual, multiply(two, target))) return zero;
  return subtract(weight, divide(multiply(weight, subtract(actual, target)), target));
}

/**
 * The score of a quantitative indicator (domain.md §3.2), rounded; negative results count as 0.
 * The deduction is a percentage of the weight, never below 0.
 */
export function quantitativeScore(
  rule: Pick<ScoringRule, "reverse" | "places">,
  kind: Exclude<IndicatorKind, "qualitative">,
  given: Case,
  deductionPercent = 0,
): Fraction {
  const counted = { ...given, actual: greater(given.actual, zero) };
  const score =
    kind === "at_most"
      ? under(counted, rule.reverse)
      : kind === "equal"
        ? exactly(counted)
        : towards(counted);
  const deduction = multiply(given.weight, fraction(BigInt(deductionPercent), 100n));
  return rounded(greater(subtract(lesser(score, given.weight), deduction), zero), rule.places);
}

/** Whether the result falls short of the target, whatever the direction. */
export function isWorse(
  kind: Exclude<IndicatorKind, "qualitative">,
  target: Fraction,
  actual: Fraction,
): boolean {
  const upperLimit = kind === "at_most" || (kind === "equal" && compare(target, zero) === 0);
  return upperLimit ? compare(actual, target) > 0 : compare(actual, target) < 0;
}

/** Whether the result reaches the multiple of the target from which it must be explained. */
export const isOverAchieved = (
  rule: Pick<ScoringRule, "overAchievement">,
  kind: Exclude<IndicatorKind, "qualitative">,
  target: Fraction,
  actual: Fraction,
): boolean =>
  kind !== "at_most" &&
  compare(target, zero) > 0 &&
  atLeast(actual, multiply(decimalOf(rule.overAchievement), target));
