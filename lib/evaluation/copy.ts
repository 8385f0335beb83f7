import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { latestEvaluation } from "./evaluation";
import { copyProofs } from "./proofs";
import { newSeed } from "./seed";
import { openEvaluation } from "./start";

/**
 * Opens a further round as a copy of the last evaluation, with the bureau to correct and audit it;
 * the last one stays as it was frozen. A project that was never evaluated here gets its first round.
 */
export async function copyEvaluation(
  context: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
): Promise<{ id: string; round: number }> {
  const last = await latestEvaluation(context.tx, project.id);
  if (last === null) return { id: await openEvaluation(context, project), round: 1 };
  const id = newId();
  const round = last.round + 1;
  await context.tx.evaluation.create({
    data: {
      id,
      ...guardedBy(project),
      round,
      status: "submitted",
      baselineId: last.baselineId,
      baselineVersion: last.baselineVersion,
      evaluationRuleId: last.evaluationRuleId,
      formulaVersion: last.formulaVersion,
      reverseVariant: last.reverseVariant,
      indicatorSetId: last.indicatorSetId,
      budget: last.budget,
      spent: last.spent,
      selfTotal: last.selfTotal,
      selfById: last.selfById,
      selfAt: last.selfAt,
      seed: newSeed(),
    },
    select: { id: true },
  });
  const lines = new Map(last.evaluationLines.map((line) => [line.indicatorCode, newId()]));
  await context.tx.evaluationLine.createMany({
    data: last.evaluationLines.map(({ id: former, target: _target, ...line }) => ({
      ...line,
      id: lines.get(line.indicatorCode) ?? former,
      ...guardedBy(project),
      evaluationId: id,
    })),
  });
  await copyProofs(context.tx, last.id, { id, lines });
  return { id, round };
}
