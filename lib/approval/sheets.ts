import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, notFound } from "@/lib/kernel/errors";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { fewestSeats } from "./rules";
import { type Criterion, criteriaOf } from "./score-sheet";
import { activeSeats, actorId, findSeat, type Seat } from "./seats";

/** The criteria of a panel's frozen score sheet. */
export async function criteriaOfPanel(tx: Tx, panelId: string): Promise<Criterion[]> {
  const panel = await tx.panel.findUniqueOrThrow({
    where: { id: panelId },
    select: { scoreSheet: { select: { criteria: true } } },
  });
  if (panel.scoreSheet === null) throw conflict("score_sheet_missing");
  return criteriaOf(panel.scoreSheet.criteria);
}

/** The actor's own review seat, accepted and not yet submitted; someone else's looks absent (404). */
export async function ownOpenSeat(
  context: Pick<CommandContext, "tx" | "actor">,
  projectId: string,
  input: { assignmentId: string; assignmentVersion: number },
): Promise<Seat> {
  const seat = await findSeat(context.tx, projectId, input.assignmentId, actorId(context));
  if (seat === null || seat.purpose !== "review") throw notFound();
  if (seat.version !== input.assignmentVersion) {
    throw conflict("version_conflict", { version: seat.version });
  }
  if (seat.status === "invited") throw conflict("interest_not_declared");
  if (seat.status !== "accepted") throw conflict("sheet_already_submitted");
  return seat;
}

/** When every seat in use has handed in and the quorum is there, the bureau may conclude. */
export async function openConclusionIfAllIn(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  panelId: string,
): Promise<void> {
  const panel = await tx.panel.findUniqueOrThrow({
    where: { id: panelId },
    select: {
      purpose: true,
      route: true,
      assignments: { where: { status: { in: [...activeSeats] } }, select: { status: true } },
    },
  });
  if (panel.purpose !== "review") return;
  const route = panel.route === "meeting" ? "meeting" : "written";
  const quorum = fewestSeats(route, await loadNumbers(tx, now));
  if (panel.assignments.length < quorum) return;
  if (panel.assignments.some((seat) => seat.status !== "submitted")) return;
  await openDuty(tx, project, {
    kind: "approval.conclude-review",
    subject: { type: "panel", id: panelId },
    holderRole: "bureau_officer",
    since: now,
    dueAt: project.dueAt,
  });
}
