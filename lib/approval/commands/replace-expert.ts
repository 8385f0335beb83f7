import { bureauRoles } from "@/lib/access/roles";
import { conflict, notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { replaceExpertInput } from "../schema";
import { findSeat, replaceSeat, type Seat } from "../seats";

/** Replaces an expert who recused himself or whose time is over, in a review or an acceptance. */
export const replaceExpert = defineProjectCommand({
  name: "approval.replace-expert",
  input: replaceExpertInput,
  roles: bureauRoles,
  states: ["expert_review", "acceptance_review"],
  run: async (context, project, input) => {
    const seat = await findSeat(context.tx, project.id, input.assignmentId);
    if (seat === null) throw notFound();
    requireReplaceable(seat, input.assignmentVersion, context.now);
    const id = await replaceSeat(context, project, seat, input.expertId, input.reason);
    return {
      data: { assignmentId: id },
      event: childEvent(
        project,
        { type: "assignment", id },
        { params: { seat: seat.seat }, reason: input.reason, audience: "officials" },
      ),
    };
  },
});

function requireReplaceable(seat: Seat, version: number, now: Date): void {
  if (seat.version !== version) throw conflict("version_conflict", { version: seat.version });
  if (seat.status === "recused") return;
  const waiting = seat.status === "invited" || seat.status === "accepted";
  if (!waiting || seat.dueAt >= now) throw conflict("seat_not_replaceable");
}
