import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict, expectOne, type FieldProblems, notFound } from "@/lib/kernel/errors";
import { ruleById, type StoredRule } from "./rule-definition";
import { inWanYuan, isAchievement, scoredIndicator, targetSelect } from "./scored";
import type { LineProblemCode, ScoredIndicator, ScoredLine, ScoreResult } from "./scoring/types";

export const lineSelect = {
  id: true,
  indicatorCode: true,
  position: true,
  targetId: true,
  targetValue: true,
  weight: true,
  selfValue: true,
  auditedValue: true,
  notApplicable: true,
  deductionPercent: true,
  deductionReason: true,
  causeCode: true,
  reason: true,
  improvement: true,
  selfScore: true,
  score: true,
  formulaVersion: true,
  baselineVersion: true,
  target: { select: targetSelect },
} as const satisfies Prisma.EvaluationLineSelect;

export type LineRow = Prisma.EvaluationLineGetPayload<{ select: typeof lineSelect }>;

const evaluationSelect = {
  id: true,
  round: true,
  status: true,
  baselineId: true,
  baselineVersion: true,
  evaluationRuleId: true,
  formulaVersion: true,
  reverseVariant: true,
  indicatorSetId: true,
  budget: true,
  spent: true,
  selfTotal: true,
  total: true,
  grade: true,
  selfById: true,
  selfAt: true,
  auditedById: true,
  auditedByName: true,
  auditedAt: true,
  opinion: true,
  seed: true,
  version: true,
  evaluationLines: { orderBy: { position: "asc" }, select: lineSelect },
} as const satisfies Prisma.EvaluationSelect;

type EvaluationRow = Prisma.EvaluationGetPayload<{ select: typeof evaluationSelect }>;

/** An evaluation with its lines and the rules that score it. */
export interface LoadedEvaluation extends EvaluationRow {
  stored: StoredRule;
}

export type EvaluationStatus = "self" | "submitted" | "audited" | "final";

/** In which status the unit may still add and remove proofs: in a rectification the sheet stays handed in. */
export const openForProofs = ({ state }: { state: string }): readonly EvaluationStatus[] =>
  state === "rectification" ? ["submitted"] : ["self"];

/** The latest evaluation of a project; null where none was opened. */
export async function latestEvaluation(
  tx: Tx,
  projectId: string,
): Promise<LoadedEvaluation | null> {
  const row = await tx.evaluation.findFirst({
    where: { projectId },
    orderBy: { round: "desc" },
    select: evaluationSelect,
  });
  if (row === null) return null;
  return { ...row, stored: await ruleById(tx, row.evaluationRuleId, row.reverseVariant) };
}

/** The latest evaluation as the actor saw it: 404 without one, 409 in another status or version. */
export async function evaluationIn(
  tx: Tx,
  projectId: string,
  statuses: readonly EvaluationStatus[],
  seenVersion?: number,
): Promise<LoadedEvaluation> {
  const evaluation = await latestEvaluation(tx, projectId);
  if (evaluation === null) throw notFound();
  if (!statuses.some((status) => status === evaluation.status)) {
    throw conflict("evaluation_elsewhere", { status: evaluation.status });
  }
  if (seenVersion !== undefined && evaluation.version !== seenVersion) {
    throw conflict("version_conflict");
  }
  return evaluation;
}

/** Writes the evaluation on its status and version; a faster writer makes this a 409. */
export async function writeEvaluation(
  tx: Tx,
  evaluation: Pick<LoadedEvaluation, "id" | "status" | "version">,
  data: Prisma.EvaluationUncheckedUpdateManyInput,
): Promise<void> {
  expectOne(
    await tx.evaluation.updateMany({
      where: { id: evaluation.id, status: evaluation.status, version: evaluation.version },
      data: { ...data, version: evaluation.version + 1 },
    }),
  );
}

/** The target that a line was opened on. */
export function targetOf(line: LineRow) {
  if (line.target === null) throw new Error(`line ${line.id} has no target`);
  return line.target;
}

/** The indicators as the engine reads them, with the targets that the lines hold. */
export const indicatorsOf = (
  evaluation: Pick<LoadedEvaluation, "evaluationLines">,
): ScoredIndicator[] =>
  evaluation.evaluationLines.map((line) => scoredIndicator(targetOf(line), line.targetValue));

/** A line's value as the engine reads it: a band with its score, or a figure. */
export function engineLine(
  line: LineRow,
  value: string | null,
  score: Prisma.Decimal | string | null,
): ScoredLine {
  const qualitative = targetOf(line).kind === "qualitative";
  return {
    code: line.indicatorCode,
    ...(qualitative
      ? {
          achievement: isAchievement(value) ? value : null,
          score: score === null ? null : score.toString(),
        }
      : { actual: value === null ? null : { value } }),
    cause: line.causeCode,
    reason: line.reason,
    improvement: line.improvement,
    notApplicable: line.notApplicable,
    notApplicableConsent: line.notApplicable,
    deductionPercent: line.deductionPercent,
    deductionReason: line.deductionReason,
  };
}

/** The spending that budget execution is scored by, in 万元. */
export const executionValue = (evaluation: Pick<LoadedEvaluation, "spent">): string =>
  inWanYuan(evaluation.spent);

const fieldOf: Record<LineProblemCode, string> = {
  target_missing: "value",
  target_not_a_number: "value",
  target_negative: "value",
  target_zero: "value",
  actual_missing: "value",
  actual_not_a_number: "value",
  zero_denominator: "value",
  weight_not_a_number: "value",
  achievement_missing: "achievement",
  score_missing: "score",
  score_not_a_number: "score",
  score_too_precise: "score",
  score_out_of_band: "score",
  deduction_not_allowed: "deductionPercent",
  deduction_without_over_achievement: "deductionPercent",
  deduction_reason_missing: "reason",
  consent_missing: "notApplicable",
  reason_missing: "reason",
  improvement_missing: "improvement",
  cause_unknown: "cause",
  line_repeated: "indicatorCode",
  indicator_unknown: "indicatorCode",
};

/**
 * What the engine found wrong, as field problems named `lines.<indicator>.<field>`. `excused` are
 * lines whose explanation the reviewer gave in the unit's place.
 */
export function lineFields(
  result: ScoreResult,
  excused: ReadonlySet<string> = new Set(),
): FieldProblems {
  const fields: FieldProblems = {};
  for (const line of result.lines) {
    for (const { code, params } of line.problems) {
      const explained = code === "reason_missing" || code === "improvement_missing";
      if (explained && excused.has(line.code)) continue;
      const path = `lines.${line.code}.${fieldOf[code]}`;
      fields[path] = [...(fields[path] ?? []), { code, params }];
    }
  }
  for (const { code, params } of result.problems) {
    const path = `lines.${params.line}.${fieldOf[code]}`;
    fields[path] = [...(fields[path] ?? []), { code, params }];
  }
  return fields;
}
