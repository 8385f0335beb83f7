import type { CommandContext } from "@/lib/kernel/command";
import { addDays, endOfShanghaiDay } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import type { ProjectRecord } from "@/lib/project/load";

type ShiftContext = Pick<CommandContext, "tx">;

/** Whole days from one stored day to another. */
export const daysBetween = (from: Date, to: Date): number =>
  Math.round((to.getTime() - from.getTime()) / 86_400_000);

/**
 * Moves everything of a project that is planned and still open by so many days, with the due dates on
 * the desks: ledger links, milestones, tranches not yet issued, the mid-term check.
 */
export async function shiftPlanned(
  { tx }: ShiftContext,
  project: ProjectRecord,
  days: number,
): Promise<void> {
  const own = { projectId: project.id };
  const open = await tx.ledgerLink.findMany({
    where: { ...own, status: { not: "closed" } },
    select: { id: true, plannedFrom: true, plannedTo: true },
  });
  for (const { id, plannedFrom, plannedTo } of open) {
    const moved = addDays(plannedTo, days);
    await tx.ledgerLink.update({
      where: { id },
      data: {
        plannedFrom: plannedFrom === null ? null : addDays(plannedFrom, days),
        plannedTo: moved,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await moveDuty(tx, project.id, id, "absorption.prove_link", dueOn(moved));
  }
  await shiftMilestones(tx, project.id, days);
  await shiftTranches(tx, project.id, days);
  await shiftChecks(tx, project.id, days);
}

const dueOn = (day: Date): Date => endOfShanghaiDay(dayText(day));

async function shiftMilestones(tx: ShiftContext["tx"], projectId: string, days: number) {
  const open = await tx.milestone.findMany({
    where: { projectId, doneOn: null },
    select: { id: true, plannedOn: true },
  });
  for (const { id, plannedOn } of open) {
    const moved = addDays(plannedOn, days);
    await tx.milestone.update({
      where: { id },
      data: { plannedOn: moved, version: { increment: 1 } },
      select: { id: true },
    });
    await moveDuty(tx, projectId, id, "absorption.milestone", dueOn(moved));
  }
}

async function shiftTranches(tx: ShiftContext["tx"], projectId: string, days: number) {
  const open = await tx.tranche.findMany({
    where: { projectId, status: "planned", plannedOn: { not: null } },
    select: { id: true, plannedOn: true },
  });
  for (const { id, plannedOn } of open) {
    if (plannedOn === null) continue;
    const moved = addDays(plannedOn, days);
    await tx.tranche.update({
      where: { id },
      data: { plannedOn: moved, version: { increment: 1 } },
      select: { id: true },
    });
    await moveDuty(tx, projectId, id, "absorption.issue_payment", dueOn(moved));
  }
}

async function shiftChecks(tx: ShiftContext["tx"], projectId: string, days: number) {
  const open = await tx.midTermCheck.findMany({
    where: { projectId, status: "planned" },
    select: { id: true, dueAt: true },
  });
  for (const { id, dueAt } of open) {
    const moved = addDays(dueAt, days);
    await tx.midTermCheck.update({
      where: { id },
      data: { dueAt: moved, version: { increment: 1 } },
      select: { id: true },
    });
    await moveDuty(tx, projectId, id, "absorption.mid_term_check", moved);
  }
}

async function moveDuty(
  tx: ShiftContext["tx"],
  projectId: string,
  subjectId: string,
  kind: string,
  dueAt: Date,
): Promise<void> {
  await tx.duty.updateMany({
    where: { projectId, subjectId, kind, status: "open" },
    data: { dueAt },
  });
}
