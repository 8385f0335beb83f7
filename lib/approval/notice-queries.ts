import type { Actor } from "@/lib/access/actor";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";

/** The public notices of a project with the number of objections, the newest first. */
export async function noticesOf(tx: Tx, actor: Actor, projectId: string) {
  if (seesOnlyAsExpert(actor)) return [];
  const rows = await tx.publicNotice.findMany({
    where: { project: { AND: [{ id: projectId }, projectScope(actor)] } },
    orderBy: { startsAt: "desc" },
    select: {
      id: true,
      number: true,
      startsAt: true,
      endsAt: true,
      amount: true,
      closedAt: true,
    },
  });
  const objections = await tx.objection.findMany({
    where: { project: { AND: [{ id: projectId }, projectScope(actor)] } },
    select: { filedAt: true },
  });
  return rows.map(({ amount, ...row }) => ({
    ...row,
    amount: amount.toFixed(2),
    objections: objections.filter(
      ({ filedAt }) => filedAt >= row.startsAt && filedAt <= (row.closedAt ?? row.endsAt),
    ).length,
  }));
}
