import { type Actor, holds } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";

/**
 * The experts of the register by name and employer, from whom an applicant may name up to three to
 * avoid (domain.md §1.6). Who sits on a panel is never told.
 */
export async function expertRegister(
  tx: Tx,
  actor: Actor,
): Promise<{ value: string; label: string }[]> {
  if (!holds(actor, ...applicantRoles)) return [];
  const rows = await tx.expert.findMany({
    where: { status: "active" },
    orderBy: { userId: "asc" },
    take: 2000,
    select: { userId: true, employer: true, user: { select: { name: true } } },
  });
  return rows.map(({ userId, employer, user }) => ({
    value: userId,
    label: `${user.name} · ${employer}`,
  }));
}
