import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { sumYuan } from "@/lib/kernel/money";
import { guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { dueWithin } from "./desk";
import { type FinalAccounts, outstandingOf, type RefundBasis, refundAmount } from "./rules";

type RefundContext = Pick<CommandContext, "tx" | "actor" | "now">;

export interface RefundCause {
  cause: "termination" | "revocation" | "acceptance";
  basis: RefundBasis;
  accounts: FinalAccounts;
}

export interface OpenedRefund {
  id: string;
  /** What must still come back, in yuan. */
  amount: string;
}

/**
 * Computes what must come back (domain.md §1.5), less what an earlier refund of this project brought
 * back or handed to enforcement, and puts the notice on the bureau's desk. An earlier one that waits
 * is replaced. Nothing to return is a row too: the file then shows that it was computed.
 */
export async function openRefund(
  context: RefundContext,
  project: ProjectRecord,
  { cause, basis, accounts }: RefundCause,
): Promise<OpenedRefund> {
  const computed = refundAmount(basis, accounts);
  const back = await replaceEarlier(context, project);
  return insertRefund(context, project, {
    cause,
    basis,
    computed,
    due: outstandingOf(computed, back),
  });
}

/** Money that reached the unit after its project had ended comes back whole: the accounts are closed. */
export async function refundLateReceipt(
  context: RefundContext,
  project: ProjectRecord,
  amount: string,
): Promise<void> {
  const computed = await context.tx.refund.count({ where: { projectId: project.id } });
  if (computed === 0) return;
  const cause = project.state === "revoked" ? "revocation" : "termination";
  await insertRefund(context, project, {
    cause,
    basis: "late_receipt",
    computed: amount,
    due: amount,
  });
}

/** What earlier refunds brought back or handed to enforcement, in yuan; those that wait are replaced. */
async function replaceEarlier({ tx, now }: RefundContext, project: ProjectRecord): Promise<string> {
  const earlier = await tx.refund.findMany({
    where: { projectId: project.id },
    select: { status: true, amount: true, paidAmount: true },
  });
  await tx.refund.updateMany({
    where: { projectId: project.id, status: { in: ["computed", "notified"] } },
    data: { status: "replaced", settledAt: now, version: { increment: 1 } },
  });
  return sumYuan(
    earlier.map((row) => (row.status === "enforced" ? row.amount : row.paidAmount).toFixed(2)),
  );
}

interface NewRefund {
  cause: RefundCause["cause"];
  basis: RefundBasis | "late_receipt";
  computed: string;
  due: string;
}

async function insertRefund(
  { tx, actor, now }: RefundContext,
  project: ProjectRecord,
  { cause, basis, computed, due }: NewRefund,
): Promise<OpenedRefund> {
  const id = newId();
  const nothing = Number(due) === 0;
  await tx.refund.create({
    data: {
      id,
      ...guardedBy(project),
      cause,
      basis,
      computedAmount: computed,
      amount: due,
      ...(nothing
        ? { status: "nothing_owed", settledAt: now, settledById: actor.userId }
        : { status: "computed" }),
    },
    select: { id: true },
  });
  if (nothing) return { id, amount: due };
  await openDuty(tx, project, {
    kind: "absorption.notify_refund",
    subject: { type: "refund", id },
    holderRole: "bureau_officer",
    since: now,
    dueAt: await dueWithin(tx, now, "limit_change_decision"),
    params: { amount: due },
  });
  return { id, amount: due };
}
