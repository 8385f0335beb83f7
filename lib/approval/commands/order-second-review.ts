import { defineTransition } from "@/lib/project/command";
import { recordOpinion } from "../opinion";
import { activatePanel } from "../panel";
import { orderSecondReviewInput } from "../schema";
import { dropApprovalDuties } from "../settle";

/** T14: a new panel reviews again. */
export const orderSecondReview = defineTransition({
  name: "approval.order-second-review",
  transition: "T14",
  input: orderSecondReviewInput,
  run: async (context, project, input) => {
    await recordOpinion(context, project, {
      kind: "approval_decision",
      verdict: "second_review",
      text: input.reason,
      minutesNumber: input.minutesNumber,
    });
    await dropApprovalDuties(context, project);
    await activatePanel(context, project);
    return { params: { round: project.facts.nextReviewPanel?.round ?? 0 } };
  },
});
