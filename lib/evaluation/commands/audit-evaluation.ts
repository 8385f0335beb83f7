import { bureauRoles } from "@/lib/access/roles";
import { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand, type LoadedProject } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { giveOpinion, personId } from "../acceptance";
import { auditLines, requireCompleteAudit, scoreAudited, storeAudit } from "../audit-lines";
import { evaluationIn, type LoadedEvaluation, writeEvaluation } from "../evaluation";
import { resultFigures } from "../frozen";
import { isPassed } from "../rules";
import { auditEvaluationInput } from "../schema";

/**
 * The bureau audits the self-evaluation: its values beside the unit's, deductions with reasons,
 * consent to what doesn't apply. Total, sub-totals and grade are the engine's. Where the unit's time
 * is over without a self-evaluation, the bureau evaluates on its own.
 */
export const auditEvaluation = defineProjectCommand({
  name: "evaluation.audit-evaluation",
  input: auditEvaluationInput,
  roles: bureauRoles,
  states: ["evaluation"],
  run: async (context, project, input) => {
    const { tx, now } = context;
    const evaluation = await evaluationIn(
      tx,
      project.id,
      ["self", "submitted", "audited"],
      input.evaluationVersion,
    );
    requireTurn(evaluation, project, now);
    const spent = input.spent === undefined ? evaluation.spent : new Prisma.Decimal(input.spent);
    const lines = auditLines(evaluation, input.lines, spent);
    const result = scoreAudited(evaluation, lines);
    requireCompleteAudit(result, lines);
    const { total, grade, subtotals } = resultFigures(result);
    await storeAudit(tx, lines, result);
    await writeEvaluation(tx, evaluation, {
      status: "audited",
      spent,
      total,
      grade,
      subtotals,
      auditedById: personId(context),
      auditedByName: context.actor.name,
      auditedAt: now,
      opinion: input.opinion,
    });
    await giveOpinion(context, project, {
      kind: "evaluation_audit",
      verdict: grade,
      text: input.opinion,
      details: { total, round: evaluation.round },
    });
    await noteHand(tx, project.id, personId(context), "evaluation.audited", now);
    const forManager = isPassed(project.acceptanceResult) && project.trackingNeeded;
    await passTo(context, project, forManager ? "with_manager" : "with_bureau");
    return {
      data: { evaluationVersion: evaluation.version + 1, total, grade, subtotals },
      event: childEvent(
        project,
        { type: "evaluation", id: evaluation.id },
        { params: { total, grade, selfTotal: evaluation.selfTotal?.toFixed(2) ?? null } },
      ),
    };
  },
});

function requireTurn(evaluation: LoadedEvaluation, project: LoadedProject, now: Date): void {
  if (evaluation.status !== "self") return;
  if (project.dueAt === null || project.dueAt >= now) throw conflict("self_evaluation_awaited");
}
