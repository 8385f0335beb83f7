import type { CommandContext } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { compareYuan, sumYuan } from "@/lib/kernel/money";
import { openChangeStatuses } from "@/lib/project/change-status";
import { cancelDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { dropClaims } from "./incentives/drop-claims";
import { dropSupplements } from "./supplement";

type EndContext = Pick<CommandContext, "tx" | "actor" | "now">;

/**
 * What of the grant reached the unit, in yuan. `stated` counts only where Kehe has no payments; a
 * project that was registered with a grant must state it, since its payments went another way.
 */
export async function grantReceived(
  { tx }: Pick<CommandContext, "tx">,
  project: ProjectRecord,
  stated: string | null | undefined,
): Promise<string> {
  const payments = await tx.payment.findMany({
    where: { projectId: project.id, purpose: "grant" },
    select: { status: true, amount: true },
  });
  if (payments.length > 0) {
    const received = payments.filter(({ status }) => status === "received");
    return sumYuan(received.map(({ amount }) => amount.toFixed(2)));
  }
  if (!stated) {
    if (project.origin === "registration" && project.grantAmount.gt(0)) {
      throw invalidField("grantReceived", "required");
    }
    return "0.00";
  }
  if (project.grantAmount.lt(stated)) throw invalidField("grantReceived", "over_whole_grant");
  return stated;
}

/**
 * What falls away when a project ends before its time: open work on every desk, changes, coming
 * reports and tranches that were not issued. Money on its way is held.
 */
export async function closeDown({ tx, now }: EndContext, project: ProjectRecord): Promise<void> {
  const own = { projectId: project.id };
  await cancelDuties(tx, { ...own, NOT: { kind: { startsWith: "state." } } }, now);
  await tx.changeRequest.updateMany({
    where: { ...own, status: { in: [...openChangeStatuses] } },
    data: { status: "withdrawn", decidedAt: now, version: { increment: 1 } },
  });
  await dropSupplements(tx, own);
  await dropClaims({ tx, now }, own, "project_ended");
  await tx.periodicReport.updateMany({
    where: { ...own, status: { not: "closed" } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await tx.midTermCheck.updateMany({
    where: { ...own, status: { not: "checked" } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await tx.tranche.updateMany({
    where: { ...own, status: "planned" },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await tx.payment.updateMany({
    where: { ...own, status: { in: ["issued", "at_district_finance"] } },
    data: { status: "held", heldReason: "project_ended", version: { increment: 1 } },
  });
}

/** The final accounts of a project as the decision states them; throws 422 where they contradict themselves. */
export function checkAccounts({
  basis,
  grantSpent,
  irregularSpending,
}: {
  basis: "objective" | "fault";
  grantSpent: string;
  irregularSpending: string;
}): void {
  if (compareYuan(irregularSpending, grantSpent) > 0) {
    throw invalidField("irregularSpending", "over_grant_spent");
  }
  if (basis === "objective" && compareYuan(irregularSpending, "0") > 0) {
    throw invalidField("basis", "irregular_is_fault");
  }
}
