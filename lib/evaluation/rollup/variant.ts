import type { Tx } from "@/lib/db/client";
import { ruleFor } from "../rule-definition";

/** Evaluations that the unit still fills in, of projects that count under a budget item. */
const filling = (budgetItemId: string) => ({
  status: "self",
  project: { OR: [{ budgetItemId }, { call: { budgetItemId } }] },
});

/** The evaluations under a budget item that nobody has scored yet. */
export async function unscoredOf(tx: Tx, budgetItemId: string): Promise<string[]> {
  const rows = await tx.evaluation.findMany({
    where: filling(budgetItemId),
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/**
 * Evaluations that were opened before their project came under its budget item, or left it, follow
 * the item's setting for missed upper limits (domain.md §3.2) as long as the unit fills them in;
 * what has been handed in keeps the rule that it was scored by.
 */
export async function followVariant(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const rows = await tx.evaluation.findMany({
    where: { id: { in: [...ids] }, status: "self" },
    orderBy: { id: "asc" },
    select: {
      id: true,
      version: true,
      reverseVariant: true,
      project: { select: { id: true, evaluationRuleId: true } },
    },
  });
  for (const { id, version, reverseVariant, project } of rows) {
    const { rule } = await ruleFor(tx, project, now);
    if (rule.reverse === reverseVariant) continue;
    await tx.evaluation.updateMany({
      where: { id, version, status: "self" },
      data: { reverseVariant: rule.reverse, version: version + 1 },
    });
  }
}
