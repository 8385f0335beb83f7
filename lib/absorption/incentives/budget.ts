import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { spendingStatuses } from "./rules";

/**
 * Takes an amount in yuan out of a rule's budget: the rule's row is locked until the transaction ends,
 * so two confirmations at once can't both fit. Throws 409 where it is used up; no budget, no limit.
 */
export async function takeFromBudget(
  tx: Tx,
  incentiveRuleId: string,
  amount: Prisma.Decimal,
): Promise<void> {
  await tx.$queryRaw`select id from incentive_rule where id = ${incentiveRuleId}::uuid for update`;
  const rule = await tx.incentiveRule.findUniqueOrThrow({
    where: { id: incentiveRuleId },
    select: { id: true, budget: true },
  });
  const left = await budgetLeft(tx, rule);
  if (left !== null && amount.gt(left)) throw conflict("incentive_over_budget", { left });
}

/** What of a rule's budget no confirmed claim holds, in yuan; null where it has no limit. */
export async function budgetLeft(
  tx: Tx,
  rule: { id: string; budget: Prisma.Decimal | null },
): Promise<string | null> {
  if (rule.budget === null) return null;
  const used = await tx.incentiveClaim.aggregate({
    where: { incentiveRuleId: rule.id, status: { in: [...spendingStatuses] } },
    _sum: { amount: true },
  });
  return rule.budget.minus(used._sum.amount ?? 0).toFixed(2);
}
