import { bureauRoles } from "@/lib/access/roles";
import { Prisma } from "@/lib/generated/prisma/client";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { reasonsText } from "@/lib/project/field-reasons";
import { noteReturn } from "../acceptance";
import { evaluationIn, writeEvaluation } from "../evaluation";
import { returnSelfEvaluationInput } from "../schema";

/** The bureau sends the self-evaluation back to the unit, with reasons on its lines. */
export const returnSelfEvaluation = defineProjectCommand({
  name: "evaluation.return-self-evaluation",
  input: returnSelfEvaluationInput,
  roles: bureauRoles,
  states: ["evaluation"],
  run: async (context, project, input) => {
    const { tx } = context;
    const evaluation = await evaluationIn(
      tx,
      project.id,
      ["submitted", "audited"],
      input.evaluationVersion,
    );
    const subject = { type: "evaluation", id: evaluation.id };
    await noteReturn(context, project, subject, input.reasons);
    await tx.evaluationLine.updateMany({
      where: { evaluationId: evaluation.id },
      data: { auditedValue: null, score: null, deductionPercent: 0, deductionReason: null },
    });
    await writeEvaluation(tx, evaluation, {
      status: "self",
      total: null,
      grade: null,
      subtotals: Prisma.DbNull,
      auditedById: null,
      auditedByName: null,
      auditedAt: null,
    });
    await passTo(context, project, "with_unit", { returned: true });
    return {
      data: { evaluationVersion: evaluation.version + 1 },
      event: childEvent(project, subject, {
        params: { fields: input.reasons.map((each) => each.field) },
        reason: reasonsText(input.reasons),
      }),
    };
  },
});
