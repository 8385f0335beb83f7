import { conflict, invalidField, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { declareInterestInput } from "../schema";
import { actorId, findSeat, openReplacement, openSeatDuty, recuseSeat, writeSeat } from "../seats";
import { openConclusionIfAllIn } from "../sheets";

/** The expert accepts his seat in a review or steps back, and declares his ties with the parties. */
export const declareInterest = defineProjectCommand({
  name: "approval.declare-interest",
  input: declareInterestInput,
  roles: ["expert"],
  states: ["expert_review"],
  rule: (_project, input) => {
    if (input.answer === "accept" && input.conflicts.length > 0) {
      throw invalidField("answer", "tie_declared");
    }
    if (input.answer === "recuse" && !input.reason) throw invalidField("reason", "required");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const seat = await findSeat(tx, project.id, input.assignmentId, actorId(context));
    if (seat === null || seat.purpose !== "review") throw notFound();
    if (seat.version !== input.assignmentVersion) {
      throw conflict("version_conflict", { version: seat.version });
    }
    if (seat.status !== "invited") throw conflict("already_declared");
    const declaration = JSON.stringify(input.conflicts);
    if (input.answer === "accept") {
      await writeSeat(tx, seat, { status: "accepted", declaration, declaredAt: now });
      await settleDuties(tx, { kind: "approval.declare-interest", subjectId: seat.id }, context);
      await openSeatDuty(context, project, seat, "approval.submit-review");
    } else {
      const free = await recuseSeat(context, seat, input.reason ?? "", declaration);
      await openReplacement(context, project, free);
      await openConclusionIfAllIn(context, project, seat.panelId);
    }
    return {
      data: { assignmentId: seat.id, version: seat.version + 1 },
      event: childEvent(
        project,
        { type: "assignment", id: seat.id },
        {
          params: { seat: seat.seat, answer: input.answer, conflicts: input.conflicts },
          reason: input.reason || null,
          audience: "officials",
        },
      ),
    };
  },
});
