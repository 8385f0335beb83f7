import { findSeat, openReplacement, recuseSeat, replaceSeat } from "@/lib/approval/seats";
import type { CommandContext } from "@/lib/kernel/command";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { acceptanceOf, personId } from "../acceptance";
import { panelOf, requireWaiting } from "../panel/load";
import { nextLot } from "../panel/next-lot";
import { declineAcceptanceSeatInput } from "../panel/schema";
import { numberOf } from "../rules";

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
    if (cause === "conflict") await noteTie(context, project, reason);
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

/** Whoever names a conflict is not seated for this unit until the end of the `conflict_years`-th year. */
async function noteTie(
  context: Pick<CommandContext, "tx" | "actor" | "now">,
  project: ProjectRecord,
  note: string,
): Promise<void> {
  const { tx, now } = context;
  const years = numberOf(await loadNumbers(tx, now), "conflict_years");
  const today = shanghaiDate(now);
  await tx.expertConflict.create({
    data: {
      id: newId(),
      expertId: personId(context),
      unitId: project.unitId,
      kind: "declared",
      validFrom: new Date(today),
      validTo: new Date(`${Number(today.slice(0, 4)) + years}-12-31`),
      note,
    },
    select: { id: true },
  });
}
