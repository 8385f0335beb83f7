import { z } from "zod";
import { hashOf } from "./hash";
import { ruleDefinition } from "./rule-definition";
import { score } from "./scoring/engine";
import { achievements, levels } from "./scoring/rule";
import { indicatorKinds, type ScoreResult } from "./scoring/types";

const measured = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ numerator: z.string(), denominator: z.string() }),
]);

/** Everything that a final score depends on, as it was when the grade was given. */
export const frozenEvaluation = z.strictObject({
  formulaVersion: z.int(),
  baselineVersion: z.int(),
  rule: ruleDefinition.extend({ code: z.string(), version: z.int() }),
  /** Yuan. */
  money: z.strictObject({ budget: z.string(), spent: z.string() }),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      level1: z.enum(levels),
      level2: z.string(),
      kind: z.enum(indicatorKinds),
      unit: z.string(),
      weight: z.string(),
      target: measured.nullable(),
      core: z.boolean(),
      dimensions: z.array(z.string()),
    }),
  ),
  lines: z.array(
    z.strictObject({
      code: z.string(),
      actual: measured.nullable(),
      achievement: z.enum(achievements).nullable(),
      score: z.string().nullable(),
      deductionPercent: z.int(),
      deductionReason: z.string().nullable(),
      cause: z.string().nullable(),
      reason: z.string().nullable(),
      improvement: z.string().nullable(),
      notApplicable: z.boolean(),
      notApplicableConsent: z.boolean(),
    }),
  ),
  result: z.strictObject({
    total: z.string(),
    grade: z.string(),
    subtotals: z.record(z.string(), z.string()),
    scores: z.record(z.string(), z.string().nullable()),
  }),
});

export type FrozenEvaluation = z.output<typeof frozenEvaluation>;

/** What a rerun found: the same to the digit, or what differs and how. */
export type Rerun =
  | { same: true; total: string; grade: string }
  | { same: false; differences: readonly Difference[] };

export interface Difference {
  /**
   * `total`, `grade`, `subtotals.<level>`, `scores.<indicator>`, `hash`, `data` where it can't be
   * read, or `now.<path>` where the rows say otherwise today.
   */
  where: string;
  frozen: string | null;
  rerun: string | null;
}

/** The figures of a result that are frozen and compared. */
export function resultFigures(result: ScoreResult): FrozenEvaluation["result"] {
  return {
    total: result.total ?? "",
    grade: result.grade ?? "",
    subtotals: Object.fromEntries(result.levels.map((level) => [level.key, level.score])),
    scores: Object.fromEntries(result.lines.map((line) => [line.code, line.score])),
  };
}

/**
 * Scores a frozen evaluation again from its own data and rules: the same score to the digit years
 * later, or what differs. With the hash that was stored beside it, changed data is found too; with
 * what the rows hold `now`, values, weights, targets or rules that were changed after the grade.
 */
export function rerunEvaluation(
  frozen: unknown,
  frozenHash?: string,
  now?: FrozenEvaluation,
): Rerun {
  const parsed = frozenEvaluation.safeParse(frozen);
  if (!parsed.success) {
    return { same: false, differences: [{ where: "data", frozen: null, rerun: null }] };
  }
  const { rule, indicators, lines, result: kept } = parsed.data;
  const again = resultFigures(score(rule, indicators, lines));
  const differences = [
    ...hashDifference(frozen, frozenHash),
    ...difference("total", kept.total, again.total),
    ...difference("grade", kept.grade, again.grade),
    ...recordDifferences("subtotals", kept.subtotals, again.subtotals),
    ...recordDifferences("scores", kept.scores, again.scores),
    ...(now === undefined ? [] : recordDifferences("now", leaves(parsed.data), leaves(now))),
  ];
  return differences.length > 0
    ? { same: false, differences }
    : { same: true, total: again.total, grade: again.grade };
}

function hashDifference(frozen: unknown, stored: string | undefined): Difference[] {
  return stored === undefined ? [] : difference("hash", stored, hashOf(frozen));
}

function difference(where: string, frozen: string | null, rerun: string | null): Difference[] {
  return frozen === rerun ? [] : [{ where, frozen, rerun }];
}

function recordDifferences(
  name: string,
  frozen: Readonly<Record<string, string | null>>,
  rerun: Readonly<Record<string, string | null>>,
): Difference[] {
  const keys = [...new Set([...Object.keys(frozen), ...Object.keys(rerun)])];
  return keys.flatMap((key) =>
    difference(`${name}.${key}`, frozen[key] ?? null, rerun[key] ?? null),
  );
}

/** Every single value of what was frozen, by its path; rows are named by their indicator. */
function leaves(value: unknown, path = ""): Record<string, string | null> {
  if (value === null || typeof value !== "object") {
    return { [path]: value === null || value === undefined ? null : String(value) };
  }
  const entries = Array.isArray(value)
    ? value.map((row, at) => [nameOf(row) ?? String(at), row] as const)
    : Object.entries(value);
  return Object.assign(
    {},
    ...entries.map(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`)),
  );
}

function nameOf(row: unknown): string | null {
  if (row === null || typeof row !== "object" || !("code" in row)) return null;
  return typeof row.code === "string" ? row.code : null;
}
