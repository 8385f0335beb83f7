import {
  compare,
  decimalOf,
  divide,
  type Fraction,
  fitsPlaces,
  fraction,
  multiply,
  parseDecimal,
  toFixed,
  zero,
} from "@/lib/kernel/fraction";
import { isOverAchieved, isWorse, quantitativeScore, type Reading, read } from "./formulas";
import { deviationCauses, type ScoringRule } from "./rule";
import type {
  LineProblem,
  LineProblemCode,
  LineResult,
  ScoredIndicator,
  ScoredLine,
} from "./types";

interface Outcome {
  score: Fraction | null;
  worse: boolean;
  overAchieved: boolean;
  problems: LineProblem[];
}

const problem = (
  code: LineProblemCode,
  params: Record<string, string | number> = {},
): LineProblem => ({ code, params });

const blank = (text: string | null | undefined): boolean => !text?.trim();

const unscored = (...codes: LineProblemCode[]): Outcome => ({
  score: null,
  worse: false,
  overAchieved: false,
  problems: codes.map((code) => problem(code)),
});

/** The bounds of a band in points of a weight. */
function bandOf(rule: ScoringRule, line: ScoredLine, weight: Fraction) {
  const band = rule.bands.find((row) => row.achievement === line.achievement);
  if (!band) return null;
  const points = (percent: string) => divide(multiply(weight, decimalOf(percent)), fraction(100n));
  return { ...band, low: points(band.from), high: points(band.to) };
}

function scoreQualitative(rule: ScoringRule, line: ScoredLine, weight: Fraction): Outcome {
  const band = bandOf(rule, line, weight);
  if (!band) return unscored("achievement_missing");
  const worse = line.achievement !== "achieved";
  if (blank(line.score)) return { ...unscored("score_missing"), worse };
  const score = parseDecimal(line.score ?? "");
  if (!score) return { ...unscored("score_not_a_number"), worse };
  if (!fitsPlaces(score, rule.places)) return { ...unscored("score_too_precise"), worse };
  const top = compare(score, band.high);
  if (compare(score, band.low) < 0 || top > 0 || (top === 0 && !band.toIncluded)) {
    const bounds = { from: toFixed(band.low, rule.places), to: toFixed(band.high, rule.places) };
    return { ...unscored(), worse, problems: [problem("score_out_of_band", bounds)] };
  }
  return { score, worse, overAchieved: false, problems: [] };
}

const readingProblem = (side: "target" | "actual", reading: Reading): LineProblemCode | null => {
  if (reading === "not_a_number") return `${side}_not_a_number`;
  return reading === "zero_denominator" ? "zero_denominator" : null;
};

/** A deduction needs an over-achieved target, an amount that the rule knows, and a reason. */
function deductionProblems(rule: ScoringRule, line: ScoredLine, over: boolean): LineProblem[] {
  const percent = line.deductionPercent ?? 0;
  if (!rule.deductions.includes(percent))
    return [problem("deduction_not_allowed", { allowed: rule.deductions.join(", ") })];
  if (percent === 0) return [];
  if (!over)
    return [problem("deduction_without_over_achievement", { times: rule.overAchievement })];
  return blank(line.deductionReason) ? [problem("deduction_reason_missing")] : [];
}

function scoreQuantitative(
  rule: ScoringRule,
  kind: Exclude<ScoredIndicator["kind"], "qualitative">,
  indicator: ScoredIndicator,
  line: ScoredLine,
  weight: Fraction,
): Outcome {
  if (!indicator.target) return unscored("target_missing");
  if (!line.actual) return unscored("actual_missing");
  const target = read(indicator.target, indicator.unit);
  const actual = read(line.actual, indicator.unit);
  if (typeof target === "string" || typeof actual === "string") {
    const codes = [readingProblem("target", target), readingProblem("actual", actual)];
    return unscored(...codes.filter((code) => code !== null));
  }
  if (compare(target, zero) < 0) return unscored("target_negative");
  if (kind === "budget_execution" && compare(target, zero) === 0) return unscored("target_zero");
  const overAchieved = isOverAchieved(rule, kind, target, actual);
  const refused = deductionProblems(rule, line, overAchieved);
  const deducts = refused.every((row) => row.code === "deduction_reason_missing");
  const deduction = deducts ? (line.deductionPercent ?? 0) : 0;
  return {
    score: quantitativeScore(rule, kind, { weight, target, actual }, deduction),
    worse: isWorse(kind, target, actual),
    overAchieved,
    problems: refused,
  };
}

function explanationProblems(line: ScoredLine, outcome: Outcome): LineProblem[] {
  const missing: LineProblem[] = [];
  if ((outcome.worse || outcome.overAchieved) && blank(line.reason))
    missing.push(problem("reason_missing"));
  if (outcome.worse && blank(line.improvement)) missing.push(problem("improvement_missing"));
  const known = deviationCauses.some((cause) => cause === line.cause);
  if (!blank(line.cause) && !known) missing.push(problem("cause_unknown"));
  return missing;
}

function outcomeOf(rule: ScoringRule, indicator: ScoredIndicator, line: ScoredLine): Outcome {
  const weight = parseDecimal(indicator.weight);
  if (!weight || compare(weight, zero) < 0) return unscored("weight_not_a_number");
  return indicator.kind === "qualitative"
    ? scoreQualitative(rule, line, weight)
    : scoreQuantitative(rule, indicator.kind, indicator, line, weight);
}

/** One indicator's score with what is wrong or missing in its line (domain.md §3.2). */
export function scoreLine(
  rule: ScoringRule,
  indicator: ScoredIndicator,
  line: ScoredLine | undefined,
): LineResult {
  const given = line ?? { code: indicator.code };
  const dropped = given.notApplicable === true;
  const consented = !dropped || given.notApplicableConsent === true;
  const outcome = dropped
    ? unscored(...(consented ? [] : (["consent_missing"] as const)))
    : outcomeOf(rule, indicator, given);
  return {
    code: indicator.code,
    level1: indicator.level1,
    level2: indicator.level2,
    weight: indicator.weight,
    score: outcome.score && toFixed(outcome.score, rule.places),
    notApplicable: dropped && consented,
    worse: outcome.worse,
    overAchieved: outcome.overAchieved,
    reasonRequired: outcome.worse || outcome.overAchieved,
    improvementRequired: outcome.worse,
    problems: [...outcome.problems, ...explanationProblems(given, outcome)],
  };
}
