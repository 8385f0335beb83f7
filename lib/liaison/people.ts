import { bureauRoles, directDistrictId } from "@/lib/access/roles";
import { heldAt } from "@/lib/accounts/load";
import type { Tx } from "@/lib/db/client";

export interface Officer {
  id: string;
  name: string;
}

/** Whoever holds the office of a district now; for the direct units that is the bureau's division. */
export async function officersOf(tx: Tx, districtId: string, now: Date): Promise<Officer[]> {
  const office =
    districtId === directDistrictId
      ? { role: { in: [...bureauRoles] } }
      : { role: "district_officer", districtId };
  return tx.userAccount.findMany({
    where: { status: "active", memberships: { some: { AND: [heldAt(now), office] } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}
