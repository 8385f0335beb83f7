import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { invalidField } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import { latestProposal } from "./proposal";

/** States in which a project holds none of its call's money. */
const withoutGrant = [
  "draft",
  "district_review",
  "returned",
  "formal_review",
  "expert_review",
  "decision",
  "not_approved",
  "withdrawn",
];

/**
 * Refuses (422 on `amount`) an amount of nothing, above what was asked for, or above what is left of
 * the call's budget. Locks the call, so that two decisions at once cannot both take the last money.
 */
export async function requireAffordable(
  tx: Tx,
  project: ProjectRecord,
  amount: Prisma.Decimal,
): Promise<void> {
  if (!amount.isPositive() || amount.isZero()) throw invalidField("amount", "amount_not_positive");
  const { grantRequested } = await latestProposal(tx, project.id);
  if (grantRequested !== undefined && amount.greaterThan(grantRequested)) {
    throw invalidField("amount", "above_requested", { requested: grantRequested });
  }
  if (project.callId === null) return;
  const left = await budgetLeft(tx, project.callId, project.id);
  if (amount.greaterThan(left)) {
    throw invalidField("amount", "above_call_budget", { left: left.toFixed(2) });
  }
}

async function budgetLeft(tx: Tx, callId: string, projectId: string): Promise<Prisma.Decimal> {
  await tx.$queryRaw`select id from call where id = ${callId}::uuid for update`;
  const call = await tx.call.findUniqueOrThrow({ where: { id: callId }, select: { budget: true } });
  const given = await tx.project.aggregate({
    where: { callId, id: { not: projectId }, state: { notIn: withoutGrant } },
    _sum: { grantAmount: true },
  });
  return call.budget.minus(given._sum.grantAmount ?? new Prisma.Decimal(0));
}
