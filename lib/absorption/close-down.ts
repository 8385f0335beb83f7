import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { openChangeStatuses } from "@/lib/project/change-status";
import { guardedBy } from "@/lib/project/command";
import { cancelDuties, openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { dueWithin } from "./desk";
import { dropClaims } from "./incentives/drop-claims";
import { type FinalAccounts, type RefundBasis, refundAmount } from "./rules";
import { dropSupplements } from "./supplement";

type EndContext = Pick<CommandContext, "tx" | "actor" | "now">;

/** What of the grant reached the unit, in yuan; `stated` counts only where Kehe has no payments. */
export async function grantReceived(
  { tx }: Pick<CommandContext, "tx">,
  project: ProjectRecord,
  stated: string | null | undefined,
): Promise<string> {
  const payments = await tx.payment.findMany({
    where: { projectId: project.id, purpose: "grant" },
    select: { status: true, amount: true },
  });
  if (payments.length === 0) return stated ?? "0.00";
  const received = await tx.payment.aggregate({
    where: { projectId: project.id, purpose: "grant", status: "received" },
    _sum: { amount: true },
  });
  return received._sum.amount?.toFixed(2) ?? "0.00";
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

export interface RefundCause {
  cause: "termination" | "revocation" | "acceptance";
  basis: RefundBasis;
  accounts: FinalAccounts;
}

/** Computes what must come back and puts the notice on the bureau's desk; nothing to return leaves no row. */
export async function openRefund(
  { tx, now }: EndContext,
  project: ProjectRecord,
  { cause, basis, accounts }: RefundCause,
): Promise<{ id: string; amount: string } | null> {
  const amount = refundAmount(basis, accounts);
  if (Number(amount) === 0) return null;
  const id = newId();
  await tx.refund.create({
    data: { id, ...guardedBy(project), cause, basis, computedAmount: amount, amount },
    select: { id: true },
  });
  await openDuty(tx, project, {
    kind: "absorption.notify_refund",
    subject: { type: "refund", id },
    holderRole: "bureau_officer",
    since: now,
    dueAt: await dueWithin(tx, now, "limit_change_decision"),
    params: { amount },
  });
  return { id, amount };
}
