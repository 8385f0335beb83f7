import { findSeat, writeSeat } from "@/lib/approval/seats";
import { invalidField, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { acceptanceOf, personId } from "../acceptance";
import { requireWaiting } from "../panel/load";
import { openDraftingIfAllVoted } from "../panel/opinion";
import { castAcceptanceVoteInput } from "../schema";

/** A named expert votes on the acceptance and signs his vote; the last vote lets the leader write. */
export const castAcceptanceVote = defineProjectCommand({
  name: "evaluation.cast-acceptance-vote",
  input: castAcceptanceVoteInput,
  roles: ["expert"],
  states: ["acceptance_review"],
  rule: (project, input, _now, actor) => {
    if (project.rectificationUsed && input.verdict === "rectify") {
      throw invalidField("verdict", "rectification_not_used");
    }
    if (input.signedName !== actor.name) {
      throw invalidField("signedName", "name_differs", { name: actor.name });
    }
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const seat = await findSeat(tx, project.id, input.assignmentId, personId(context));
    if (seat === null || seat.purpose !== "acceptance") throw notFound();
    requireWaiting(seat, input.assignmentVersion);
    await writeSeat(tx, seat, {
      status: "submitted",
      submittedAt: now,
      verdict: input.verdict,
      comment: input.opinion,
      signedName: input.signedName,
    });
    await settleDuties(tx, { subjectType: "assignment", subjectId: seat.id }, context);
    const { round } = await acceptanceOf(tx, project.id);
    await openDraftingIfAllVoted(context, project, round);
    return {
      data: { assignmentId: seat.id, version: seat.version + 1 },
      event: childEvent(
        project,
        { type: "assignment", id: seat.id },
        { params: { verdict: input.verdict }, reason: input.opinion, audience: "officials" },
      ),
    };
  },
});
