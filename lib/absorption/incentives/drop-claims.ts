import type { CommandContext } from "@/lib/kernel/command";
import { cancelDuties } from "@/lib/project/duties";
import { openClaimStatuses } from "./rules";

/**
 * Claims whose money has not left fall away: their link was reopened, or their project ended. What a
 * confirmed one held goes back to the budget. `reason` is a code of the system or the official's words.
 */
export async function dropClaims(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  where: { projectId: string; ledgerLinkId?: string },
  reason: string,
): Promise<void> {
  const open = { ...where, status: { in: [...openClaimStatuses] } };
  const claims = await tx.incentiveClaim.findMany({ where: open, select: { id: true } });
  if (claims.length === 0) return;
  await tx.incentiveClaim.updateMany({
    where: open,
    data: { status: "withdrawn", decisionReason: reason, version: { increment: 1 } },
  });
  const subjectId = { in: claims.map(({ id }) => id) };
  await cancelDuties(tx, { projectId: where.projectId, subjectId }, now);
}
