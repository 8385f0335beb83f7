import { findSeat, openReplacement, recuseSeat, replaceSeat } from "@/lib/approval/seats";
import { notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { acceptanceOf, personId } from "../acceptance";
import { panelOf, requireWaiting } from "../panel/load";
import { nextLot } from "../panel/next-lot";
import { declineAcceptanceSeatInput } from "../panel/schema";

/**
 * An expert gives his seat in an acceptance back before he voted, with a reason. A panel that was
 * drawn takes the next lot at once; otherwise, or where no lot is left, the bureau must replace him.
 */
export const declineAcceptanceSeat = defineProjectCommand({
  name: "evaluation.decline-acceptance-seat",
  input: declineAcceptanceSeatInput,
  roles: ["expert"],
  states: ["acceptance_review"],
  run: async (context, project, { assignmentId, assignmentVersion, cause, reason }) => {
    const { tx } = context;
    const seat = await findSeat(tx, project.id, assignmentId, personId(context));
    if (seat === null || seat.purpose !== "acceptance") throw notFound();
    requireWaiting(seat, assignmentVersion);
    const { round } = await acceptanceOf(tx, project.id);
    const panel = await panelOf(tx, project.id, round);
    const free = await recuseSeat(context, seat, reason, JSON.stringify([cause]));
    const next = await nextLot(context, project, panel, seat);
    if (next === null) await openReplacement(context, project, free);
    else await replaceSeat(context, project, free, next, reason);
    return {
      data: { assignmentId: seat.id, replaced: next !== null },
      event: childEvent(
        project,
        { type: "assignment", id: seat.id },
        {
          params: { seat: seat.seat, cause, replaced: next === null ? "no" : "yes" },
          reason,
          audience: "officials",
        },
      ),
    };
  },
});
