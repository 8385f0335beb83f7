import type { Tx } from "@/lib/db/client";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import {
  engineLine,
  executionValue,
  indicatorsOf,
  type LineRow,
  type LoadedEvaluation,
  lineFields,
  targetOf,
} from "./evaluation";
import type { SelfLine } from "./schema";
import { score } from "./scoring/engine";
import type { ScoreResult } from "./scoring/types";

/** A stored line with what the unit now says of it. */
export interface FilledLine {
  row: LineRow;
  value: string | null;
  score: string | null;
}

/**
 * The stored lines with the unit's input on them. Lines that nobody sent keep what they hold;
 * budget execution is computed from the spending and can't be typed. Refuses (422) indicators that
 * the evaluation doesn't have, repeated ones, and values of the wrong kind.
 */
export function fillLines(evaluation: LoadedEvaluation, input: readonly SelfLine[]): FilledLine[] {
  refuseStrayLines(evaluation, input);
  const given = new Map(input.map((line) => [line.indicatorCode, line]));
  return evaluation.evaluationLines.map((row) => {
    const line = given.get(row.indicatorCode);
    const { kind } = targetOf(row);
    if (kind === "budget_execution") {
      return { row: explained(row, line), value: executionValue(evaluation), score: null };
    }
    if (!line) return { row, value: row.selfValue, score: row.selfScore?.toString() ?? null };
    const value = (kind === "qualitative" ? line.achievement : line.value) ?? null;
    return { row: explained(row, line), value, score: line.score ?? null };
  });
}

function explained(row: LineRow, line: SelfLine | undefined): LineRow {
  if (!line) return row;
  return {
    ...row,
    notApplicable: line.notApplicable ?? false,
    causeCode: line.cause ?? null,
    reason: line.reason ?? null,
    improvement: line.improvement ?? null,
  };
}

function refuseStrayLines(evaluation: LoadedEvaluation, input: readonly SelfLine[]): void {
  const kinds = new Map(
    evaluation.evaluationLines.map((row) => [row.indicatorCode, targetOf(row).kind]),
  );
  const fields: FieldProblems = {};
  for (const [at, line] of input.entries()) {
    const code = line.indicatorCode;
    const first = input.findIndex((other) => other.indicatorCode === code);
    if (!kinds.has(code)) fields[`lines.${code}.indicatorCode`] = [{ code: "indicator_unknown" }];
    else if (first < at) fields[`lines.${code}.indicatorCode`] = [{ code: "line_repeated" }];
    else if (kinds.get(code) === "budget_execution" && line.value !== undefined) {
      if (line.value !== executionValue(evaluation)) {
        fields[`lines.${code}.value`] = [{ code: "computed_value" }];
      }
    } else if (kinds.get(code) !== "qualitative" && line.score !== undefined) {
      fields[`lines.${code}.score`] = [{ code: "computed_score" }];
    }
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** The self-evaluation's score; what doesn't apply counts as agreed for the unit's own sum. */
export const scoreSelf = (
  evaluation: LoadedEvaluation,
  lines: readonly FilledLine[],
): ScoreResult =>
  score(
    evaluation.stored.rule,
    indicatorsOf(evaluation),
    lines.map(({ row, value, score: own }) => ({
      ...engineLine(row, value, own),
      deductionPercent: 0,
      deductionReason: null,
    })),
  );

/** The values, reasons and improvements that a self-evaluation lacks, by field (domain.md §3.2). */
export function incompleteSelf(result: ScoreResult, lines: readonly FilledLine[]): FieldProblems {
  const fields = lineFields(result);
  for (const { row } of lines) {
    if (row.notApplicable && !row.reason) {
      fields[`lines.${row.indicatorCode}.reason`] = [{ code: "reason_missing" }];
    }
  }
  return fields;
}

/** Stores the unit's lines with the scores that the engine gave. */
export async function storeSelf(
  tx: Tx,
  lines: readonly FilledLine[],
  result: ScoreResult,
): Promise<void> {
  const scores = new Map(result.lines.map((line) => [line.code, line.score]));
  for (const { row, value, score: own } of lines) {
    const computed = scores.get(row.indicatorCode) ?? null;
    await tx.evaluationLine.update({
      where: { id: row.id },
      data: {
        selfValue: value,
        selfScore: computed ?? (targetOf(row).kind === "qualitative" ? own : null),
        notApplicable: row.notApplicable,
        causeCode: row.causeCode,
        reason: row.reason,
        improvement: row.improvement,
      },
      select: { id: true },
    });
  }
}
