import { invalid } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { submitReviewInput } from "../schema";
import { scoreProblems, weightedTotal } from "../score-sheet";
import { writeSeat } from "../seats";
import { criteriaOfPanel, openConclusionIfAllIn, ownOpenSeat } from "../sheets";

/** The expert hands in the sheet: every criterion inside its bounds, the total computed here. */
export const submitReview = defineProjectCommand({
  name: "approval.submit-review",
  input: submitReviewInput,
  roles: ["expert"],
  states: ["expert_review"],
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const seat = await ownOpenSeat(context, project.id, input);
    const criteria = await criteriaOfPanel(tx, seat.panelId);
    const problems = scoreProblems(criteria, input.scores);
    if (problems.length > 0) {
      throw invalid(
        Object.fromEntries(problems.map(({ field, code, params }) => [field, [{ code, params }]])),
      );
    }
    const total = weightedTotal(criteria, input.scores);
    await writeSeat(tx, seat, {
      status: "submitted",
      submittedAt: now,
      scores: input.scores,
      total,
      verdict: input.verdict,
      comment: input.comment,
      signedName: actor.name,
    });
    await settleDuties(tx, { subjectType: "assignment", subjectId: seat.id }, context);
    await openConclusionIfAllIn(context, project, seat.panelId);
    return {
      data: { assignmentId: seat.id, total },
      event: childEvent(
        project,
        { type: "assignment", id: seat.id },
        { params: { seat: seat.seat }, audience: "officials" },
      ),
    };
  },
});
