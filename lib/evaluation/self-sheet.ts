import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import type { FieldProblems } from "@/lib/kernel/errors";
import { sumYuan } from "@/lib/kernel/money";
import { noteHand, type ProjectRecord } from "@/lib/project/load";
import { personId } from "./acceptance";
import { type LoadedEvaluation, targetOf, writeEvaluation } from "./evaluation";
import { hashOf } from "./hash";
import { proveFromRecords } from "./proofs";
import type { AcceptanceFile, CompletionRow, SelfLine } from "./schema";
import type { ScoreResult } from "./scoring/types";
import { type FilledLine, fillLines, incompleteSelf, scoreSelf, storeSelf } from "./self-lines";

/** An evaluation with what the unit now says of its lines, and what that scores. */
export interface SelfSheet {
  evaluation: LoadedEvaluation;
  lines: FilledLine[];
  result: ScoreResult;
}

/**
 * Puts the unit's lines on the sheet; `spent` (yuan) is the spending that its final account states.
 * Refuses (422) stray lines and values of the wrong kind; what is still missing is no refusal here.
 */
export function fillSheet(
  stored: LoadedEvaluation,
  input: readonly SelfLine[],
  spent?: string | null,
): SelfSheet {
  const evaluation = spent ? { ...stored, spent: new Prisma.Decimal(spent) } : stored;
  const lines = fillLines(evaluation, input);
  return { evaluation, lines, result: scoreSelf(evaluation, lines) };
}

/** What a sheet lacks before it can be confirmed, by field (domain.md §3.2). */
export const sheetProblems = ({ result, lines }: SelfSheet): FieldProblems =>
  incompleteSelf(result, lines);

/** Keeps the sheet as a draft. */
export async function keepSheet(
  tx: Tx,
  { evaluation, lines, result }: SelfSheet,
  data: Prisma.EvaluationUncheckedUpdateManyInput = {},
): Promise<void> {
  await storeSelf(tx, lines, result);
  await writeEvaluation(tx, evaluation, {
    spent: evaluation.spent,
    selfTotal: result.total,
    ...data,
  });
}

/**
 * Confirms the sheet for the unit: values, scores, who and when; Kehe's own records stand as proof where
 * they say the same. Answers the hash of what was confirmed.
 */
export async function confirmSheet(
  context: CommandContext,
  project: ProjectRecord,
  sheet: SelfSheet,
): Promise<string> {
  const { tx, now } = context;
  await keepSheet(tx, sheet, { status: "submitted", selfById: personId(context), selfAt: now });
  await proveFromRecords(
    context,
    project,
    sheet.evaluation,
    sheet.lines.map(({ row: { id, indicatorCode, notApplicable }, value }) => ({
      lineId: id,
      indicatorCode,
      value: notApplicable ? null : value,
    })),
  );
  await noteHand(tx, project.id, personId(context), "evaluation.confirmed", now);
  return hashOf(
    sheet.lines.map(({ row, value }) => ({
      code: row.indicatorCode,
      value,
      notApplicable: row.notApplicable,
      cause: row.causeCode,
      reason: row.reason,
      improvement: row.improvement,
    })),
  );
}

/** How far each target was reached, as the lines say: what the rule of 90 and 80 percent is held against. */
export const completionRows = ({ lines }: SelfSheet): CompletionRow[] =>
  lines.flatMap(({ row, value }) => {
    const { indicatorCode, notApplicable } = row;
    if (targetOf(row).kind === "budget_execution") return [];
    if (notApplicable) return [{ indicatorCode, value: "not_applicable" }];
    return value === null ? [] : [{ indicatorCode, value }];
  });

/** The spending of a final account in yuan; null while a part of it is missing. */
export function statedSpending(account: Partial<AcceptanceFile["finalAccount"]>): string | null {
  const { grantSpent, ownSpent, otherSpent } = account;
  if (grantSpent === undefined || ownSpent === undefined || otherSpent === undefined) return null;
  return sumYuan([grantSpent, ownSpent, otherSpent]);
}
