import type { Tx } from "@/lib/db/client";

/** A consequence that bars the unit's next application today (a guard of T01). */
export async function hasLimit(tx: Tx, unitId: string, now: Date): Promise<boolean> {
  const found = await tx.consequence.findFirst({
    where: {
      unitId,
      kind: "limit",
      status: "in_force",
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gte: now } }],
    },
    select: { id: true },
  });
  return found !== null;
}
