import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import {
  engineLine,
  indicatorsOf,
  type LineRow,
  type LoadedEvaluation,
  lineFields,
  targetOf,
} from "./evaluation";
import type { AuditLine } from "./schema";
import { inWanYuan } from "./scored";
import { score } from "./scoring/engine";
import type { ScoreResult } from "./scoring/types";

/** A stored line with what the reviewer now says of it. */
export interface AuditedLine {
  row: LineRow;
  value: string | null;
  score: string | null;
}

/**
 * The stored lines with the reviewer's input on them: the audited value beside the unit's, a
 * deduction with its reason, the consent to what doesn't apply. Lines that he doesn't name keep the
 * unit's value. Refuses (422) unknown and repeated lines, a consent that nobody asked for, and a
 * value that differs from the unit's without a reason.
 */
export function auditLines(
  evaluation: LoadedEvaluation,
  input: readonly AuditLine[],
  spent: Prisma.Decimal,
): AuditedLine[] {
  refuseStrayLines(evaluation, input);
  const given = new Map(input.map((line) => [line.indicatorCode, line]));
  const again = evaluation.auditedAt !== null || evaluation.round > 1;
  return evaluation.evaluationLines.map((row) =>
    auditLine(row, given.get(row.indicatorCode), spent, again),
  );
}

/** `again`: what an earlier audit decided on a line stands unless this one says otherwise. */
function auditLine(
  row: LineRow,
  line: AuditLine | undefined,
  spent: Prisma.Decimal,
  again: boolean,
): AuditedLine {
  const { kind } = targetOf(row);
  const audited: LineRow = {
    ...row,
    notApplicable: row.notApplicable && (line?.notApplicableConsent ?? again),
    deductionPercent: line?.deductionPercent ?? row.deductionPercent,
    deductionReason: line?.reason ?? row.deductionReason,
  };
  if (kind === "budget_execution") return { row: audited, value: inWanYuan(spent), score: null };
  const typed = kind === "qualitative" ? line?.achievement : line?.value;
  const own = row.score ?? row.selfScore;
  return {
    row: audited,
    value: typed ?? row.auditedValue ?? row.selfValue,
    score: kind === "qualitative" ? (line?.score ?? own?.toString() ?? null) : null,
  };
}

function refuseStrayLines(evaluation: LoadedEvaluation, input: readonly AuditLine[]): void {
  const rows = new Map(evaluation.evaluationLines.map((row) => [row.indicatorCode, row]));
  const fields: FieldProblems = {};
  for (const [at, line] of input.entries()) {
    const path = `lines.${line.indicatorCode}`;
    const row = rows.get(line.indicatorCode);
    const first = input.findIndex((other) => other.indicatorCode === line.indicatorCode);
    if (!row) fields[`${path}.indicatorCode`] = [{ code: "indicator_unknown" }];
    else if (first < at) fields[`${path}.indicatorCode`] = [{ code: "line_repeated" }];
    else Object.assign(fields, lineFaults(path, row, line));
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

function lineFaults(path: string, row: LineRow, line: AuditLine): FieldProblems {
  const { kind } = targetOf(row);
  if (line.notApplicableConsent && !row.notApplicable) {
    return { [`${path}.notApplicableConsent`]: [{ code: "not_requested" }] };
  }
  if (kind === "budget_execution" && line.value !== undefined) {
    return { [`${path}.value`]: [{ code: "computed_value" }] };
  }
  if (kind !== "qualitative" && line.score !== undefined) {
    return { [`${path}.score`]: [{ code: "computed_score" }] };
  }
  const typed = kind === "qualitative" ? line.achievement : line.value;
  const changed = typed !== undefined && differs(typed, row.selfValue);
  return changed && !line.reason ? { [`${path}.reason`]: [{ code: "audit_reason_missing" }] } : {};
}

/** Whether two values differ as figures, or as bands. */
function differs(a: string, b: string | null): boolean {
  if (b === null) return true;
  const figure = /^-?\d+(\.\d+)?$/;
  return figure.test(a) && figure.test(b) ? !new Prisma.Decimal(a).equals(b) : a !== b;
}

/** The audited score of all lines. */
export const scoreAudited = (
  evaluation: LoadedEvaluation,
  lines: readonly AuditedLine[],
): ScoreResult =>
  score(
    evaluation.stored.rule,
    indicatorsOf(evaluation),
    lines.map(({ row, value, score: given }) => engineLine(row, value, given)),
  );

/** Lines whose value the reviewer changed or explained: his reason stands in the place of the unit's. */
const explainedByReviewer = (lines: readonly AuditedLine[]): ReadonlySet<string> =>
  new Set(
    lines
      .filter(
        ({ row, value }) =>
          row.deductionReason !== null || (value !== null && differs(value, row.selfValue)),
      )
      .map(({ row }) => row.indicatorCode),
  );

/** Refuses (422) an audit whose lines can't all be scored by the rule. */
export function requireCompleteAudit(result: ScoreResult, lines: readonly AuditedLine[]): void {
  const fields = lineFields(result, explainedByReviewer(lines));
  if (Object.keys(fields).length > 0) throw invalid(fields);
  if (result.total === null) throw invalid({ lines: [{ code: "nothing_applies" }] });
}

/** Stores the reviewer's values and the scores that the engine gave. */
export async function storeAudit(
  tx: Tx,
  lines: readonly AuditedLine[],
  result: ScoreResult,
): Promise<void> {
  const scores = new Map(result.lines.map((line) => [line.code, line.score]));
  for (const { row, value } of lines) {
    await tx.evaluationLine.update({
      where: { id: row.id },
      data: {
        auditedValue: row.notApplicable ? null : value,
        notApplicable: row.notApplicable,
        deductionPercent: row.deductionPercent,
        deductionReason: row.deductionReason,
        score: scores.get(row.indicatorCode) ?? null,
      },
      select: { id: true },
    });
  }
}
