import { defineTransition } from "@/lib/project/command";
import { acceptanceOf, giveOpinion, writeAcceptance } from "../acceptance";
import { applyConsequences } from "../consequences/apply";
import { failOverdueRectificationInput } from "../schema";
import { beginEvaluation } from "../start";

/** T31: the limit of the rectification has passed; the acceptance has failed. */
export const failOverdueRectification = defineTransition({
  name: "evaluation.fail-overdue-rectification",
  transition: "T31",
  input: failOverdueRectificationInput,
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id);
    await writeAcceptance(context.tx, acceptance, {
      status: "concluded",
      result: "failed",
      concludedAt: context.now,
    });
    await giveOpinion(context, project, {
      kind: "acceptance_result",
      verdict: "failed",
      text: input.reason,
      minutesNumber: input.minutesNumber,
    });
    const subStatus = await beginEvaluation(context, project);
    const consequences = await applyConsequences(context, project, ["result:failed"]);
    return {
      subStatus,
      data: { acceptanceResult: "failed" },
      reason: input.reason,
      params: { result: "failed", consequences },
    };
  },
});
