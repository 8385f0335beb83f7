import { findSeat, writeSeat } from "@/lib/approval/seats";
import { conflict, invalidField, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { personId } from "../acceptance";
import { castAcceptanceVoteInput } from "../schema";

/** A named expert votes on the acceptance and signs the opinion. */
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
    if (seat.status !== "invited" && seat.status !== "accepted") throw conflict("vote_cast");
    if (seat.version !== input.assignmentVersion) throw conflict("version_conflict");
    await writeSeat(tx, seat, {
      status: "submitted",
      submittedAt: now,
      verdict: input.verdict,
      comment: input.opinion,
      signedName: input.signedName,
    });
    await settleDuties(tx, { subjectType: "assignment", subjectId: seat.id }, context);
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
