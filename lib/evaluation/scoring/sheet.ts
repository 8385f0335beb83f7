import {
  compare,
  decimalOf,
  divide,
  fraction,
  multiply,
  rounded,
  toFixed,
  total,
  zero,
} from "@/lib/kernel/fraction";
import { gradeOf } from "./engine";
import { scoreLine } from "./line";
import type { Grade, ScoringRule } from "./rule";
import type { IndicatorKind, LineResult, Measured, ScoredLine, Subtotal } from "./types";

/** A line of a form whose levels are its own: a budget item's, a carrier's. */
export interface SheetRow {
  code: string;
  level1: string;
  level2: string;
  kind: IndicatorKind;
  unit: string;
  weight: string;
  target: Measured | null;
}

export type SheetLine = Omit<LineResult, "level1" | "level2">;

export interface SheetResult {
  lines: readonly SheetLine[];
  /** Sub-totals of the first levels, in the order of the rows. */
  levels: readonly Subtotal[];
  /** Rescaled to 100 where lines were dropped; null until every line that applies has a score. */
  total: string | null;
  grade: Grade | null;
}

/**
 * Scores a sheet by the rules of domain.md §3.2, whatever its levels are called. A line without a
 * target is dropped and the rest rescaled.
 */
export function scoreSheet(
  rule: ScoringRule,
  rows: readonly SheetRow[],
  given: readonly ScoredLine[],
): SheetResult {
  const lines = rows.map((row) => scoredLine(rule, row, given));
  const levels = [...new Set(rows.map((row) => row.level1))].map((key) => {
    const own = lines.filter((_line, at) => rows[at]?.level1 === key);
    return {
      key,
      score: toFixed(scoreOf(own), rule.places),
      weight: toFixed(weightOf(own), rule.places),
    };
  });
  const reached = totalOf(rule, lines);
  return { lines, levels, total: reached, grade: reached === null ? null : gradeOf(rule, reached) };
}

/** The engine asks for a level of its own; no line's score depends on it. */
function scoredLine(rule: ScoringRule, row: SheetRow, given: readonly ScoredLine[]): SheetLine {
  const dropped = row.target === null && row.kind !== "qualitative";
  const line = dropped
    ? { code: row.code, notApplicable: true, notApplicableConsent: true }
    : given.find(({ code }) => code === row.code);
  const {
    level1: _level1,
    level2: _level2,
    ...rest
  } = scoreLine(rule, { ...row, level1: "output" }, line);
  return rest;
}

const weightOf = (lines: readonly SheetLine[]) =>
  total(lines.filter((line) => !line.notApplicable).map((line) => decimalOf(line.weight)));

const scoreOf = (lines: readonly SheetLine[]) =>
  total(lines.map((line) => decimalOf(line.score ?? "0")));

function totalOf(rule: ScoringRule, lines: readonly SheetLine[]): string | null {
  const weight = weightOf(lines);
  const open = lines.some((line) => !line.notApplicable && line.score === null);
  if (open || compare(weight, zero) === 0) return null;
  const scaled = divide(multiply(scoreOf(lines), fraction(100n)), weight);
  return toFixed(rounded(scaled, rule.places), rule.places);
}
