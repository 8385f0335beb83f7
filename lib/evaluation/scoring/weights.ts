import {
  compare,
  decimalOf,
  type Fraction,
  fitsPlaces,
  parseDecimal,
  toFixed,
  total,
  zero,
} from "@/lib/kernel/fraction";
import { levels, type ScoringRule } from "./rule";
import type { ScoredIndicator } from "./types";

export type WeightProblemCode =
  | "weight_not_a_number"
  | "weight_not_positive"
  | "weight_too_precise"
  | "code_repeated"
  | "execution_missing"
  | "execution_level"
  | "level_sum"
  | "parent_sum";

export interface WeightProblem {
  code: WeightProblemCode;
  params: Record<string, string | number>;
}

type Weighted = Pick<ScoredIndicator, "code" | "level1" | "level2" | "kind" | "weight">;

function ownProblem(rule: ScoringRule, row: Weighted): WeightProblem | null {
  const weight = parseDecimal(row.weight);
  const params = { indicator: row.code };
  if (!weight) return { code: "weight_not_a_number", params };
  if (compare(weight, zero) <= 0) return { code: "weight_not_positive", params };
  return fitsPlaces(weight, rule.places) ? null : { code: "weight_too_precise", params };
}

const sumWhere = (rows: readonly Weighted[], test: (row: Weighted) => boolean): Fraction =>
  total(rows.filter(test).map((row) => decimalOf(row.weight)));

/** Level-1 sums against the rule, and level-2 sums against the parents where a set gives them. */
function sumProblems(
  rule: ScoringRule,
  rows: readonly Weighted[],
  parents: Readonly<Record<string, string>>,
): WeightProblem[] {
  const off = (code: WeightProblemCode, key: string, expected: string, actual: Fraction) =>
    compare(actual, decimalOf(expected)) === 0
      ? []
      : [{ code, params: { key, expected, actual: toFixed(actual, rule.places) } }];
  return [
    ...levels.flatMap((level) =>
      off(
        "level_sum",
        level,
        rule.levels[level],
        sumWhere(rows, (row) => row.level1 === level),
      ),
    ),
    ...Object.entries(parents).flatMap(([key, weight]) =>
      off(
        "parent_sum",
        key,
        weight,
        sumWhere(rows, (row) => row.level2 === key),
      ),
    ),
  ];
}

/**
 * What is wrong with the weights of a set: every first level must add to what the rule gives it
 * (all indicators 90, budget execution 10), and third-level weights to their parent.
 */
export function weightProblems(
  rule: ScoringRule,
  rows: readonly Weighted[],
  parents: Readonly<Record<string, string>> = {},
): readonly WeightProblem[] {
  const own = rows.flatMap((row) => ownProblem(rule, row) ?? []);
  const repeated = rows.flatMap((row, i): WeightProblem[] =>
    rows.findIndex((other) => other.code === row.code) < i
      ? [{ code: "code_repeated", params: { indicator: row.code } }]
      : [],
  );
  const misplaced = rows
    .filter((row) => (row.kind === "budget_execution") !== (row.level1 === "execution"))
    .map((row): WeightProblem => ({ code: "execution_level", params: { indicator: row.code } }));
  const executions = rows.filter((row) => row.kind === "budget_execution").length;
  const missing: WeightProblem[] =
    executions === 0 ? [{ code: "execution_missing", params: {} }] : [];
  const unreadable = own.some((row) => row.code === "weight_not_a_number");
  const sums = unreadable ? [] : sumProblems(rule, rows, parents);
  return [...own, ...repeated, ...missing, ...misplaced, ...sums];
}
