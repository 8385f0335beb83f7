import {
  atLeast,
  compare,
  decimalOf,
  divide,
  type Fraction,
  fraction,
  multiply,
  rounded,
  toFixed,
  total,
  zero,
} from "@/lib/kernel/fraction";
import { scoreLine } from "./line";
import { type Grade, levels, type ScoringRule } from "./rule";
import type {
  LineProblem,
  LineResult,
  ScoredIndicator,
  ScoredLine,
  ScoreResult,
  Subtotal,
} from "./types";

const fullScore = fraction(100n);

/** The grade of a total by the rule's lower bounds. */
export function gradeOf(rule: Pick<ScoringRule, "grades">, score: string): Grade | null {
  const reached = rule.grades.find((row) => atLeast(decimalOf(score), decimalOf(row.from)));
  return reached?.grade ?? null;
}

const weightOf = (lines: readonly LineResult[]): Fraction =>
  total(lines.filter((line) => !line.notApplicable).map((line) => decimalOf(line.weight)));

const sumOf = (lines: readonly LineResult[]): Fraction =>
  total(lines.map((line) => decimalOf(line.score ?? "0")));

const subtotal = (rule: ScoringRule, key: string, lines: readonly LineResult[]): Subtotal => ({
  key,
  score: toFixed(sumOf(lines), rule.places),
  weight: toFixed(weightOf(lines), rule.places),
});

function dimensionTotals(
  rule: ScoringRule,
  indicators: readonly ScoredIndicator[],
  lines: readonly LineResult[],
): Subtotal[] {
  const names = [...new Set(indicators.flatMap((row) => row.dimensions ?? []))];
  return names.map((name) => {
    const codes = indicators.filter((row) => row.dimensions?.includes(name)).map((row) => row.code);
    return subtotal(
      rule,
      name,
      lines.filter((line) => codes.includes(line.code)),
    );
  });
}

function strayLines(indicators: readonly ScoredIndicator[], lines: readonly ScoredLine[]) {
  const known = new Set(indicators.map((row) => row.code));
  return lines.flatMap((line, i): LineProblem[] => {
    if (!known.has(line.code)) return [{ code: "indicator_unknown", params: { line: line.code } }];
    const first = lines.findIndex((other) => other.code === line.code);
    return first < i ? [{ code: "line_repeated", params: { line: line.code } }] : [];
  });
}

/** The total of the lines that apply, rescaled to 100; null while one of them has no score. */
function totalOf(rule: ScoringRule, lines: readonly LineResult[], faults: number): string | null {
  const weight = weightOf(lines);
  const open = lines.some((line) => !line.notApplicable && line.score === null);
  if (open || faults > 0 || compare(weight, zero) === 0) return null;
  const scaled = divide(multiply(sumOf(lines), fullScore), weight);
  return toFixed(rounded(scaled, rule.places), rule.places);
}

/**
 * Scores one project against its frozen baseline (domain.md §3.2). Every line is computed and
 * rounded; the total is their sum, rescaled to 100 where lines were dropped with consent. Missing
 * reasons don't keep a score back: `problems` of the lines say what stands against making it final.
 */
export function score(
  rule: ScoringRule,
  indicators: readonly ScoredIndicator[],
  given: readonly ScoredLine[],
): ScoreResult {
  const problems = strayLines(indicators, given);
  const lines = indicators.map((indicator) =>
    scoreLine(
      rule,
      indicator,
      given.find((line) => line.code === indicator.code),
    ),
  );
  const reached = indicators.every((row) => /^\d+(\.\d+)?$/.test(row.weight));
  if (!reached) return unweighted(lines, problems);
  const result = totalOf(rule, lines, problems.length);
  return {
    lines,
    levels: levels.map((level) =>
      subtotal(
        rule,
        level,
        lines.filter((line) => line.level1 === level),
      ),
    ),
    dimensions: dimensionTotals(rule, indicators, lines),
    sum: toFixed(sumOf(lines), rule.places),
    applicableWeight: toFixed(weightOf(lines), rule.places),
    total: result,
    grade: result === null ? null : gradeOf(rule, result),
    coreMissed: indicators
      .filter((row) => row.core && lines.find((line) => line.code === row.code)?.worse)
      .map((row) => row.code),
    problems,
  };
}

/** Without readable weights there is nothing to add up. */
const unweighted = (lines: readonly LineResult[], problems: LineProblem[]): ScoreResult => ({
  lines,
  levels: [],
  dimensions: [],
  sum: "0.00",
  applicableWeight: "0.00",
  total: null,
  grade: null,
  coreMissed: [],
  problems,
});

/** Whether nothing stands against making the score final. */
export const isComplete = (result: ScoreResult): boolean =>
  result.total !== null &&
  result.problems.length === 0 &&
  result.lines.every((line) => line.problems.length === 0);
