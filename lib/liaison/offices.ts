import { type Actor, districtIdsOf, holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { heldAt } from "@/lib/accounts/load";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";

/** An office in which work can be handed over: the bureau's division, or a district. */
export type Office = "bureau" | { districtId: string };

const officeRoles = ["district_officer", ...bureauRoles];

const keyOf = (office: Office): string => (office === "bureau" ? office : office.districtId);

function officeOf({ role, districtId }: { role: string; districtId: string | null }): Office[] {
  if (role !== "district_officer") return ["bureau"];
  return districtId === null ? [] : [{ districtId }];
}

export interface OfficePerson {
  id: string;
  name: string;
  offices: Office[];
}

/** The memberships that the actor may move work between: all for the bureau, his own district's for an officer. */
function reachable(actor: Actor): Prisma.MembershipWhereInput {
  if (holds(actor, ...bureauRoles)) return { role: { in: officeRoles } };
  return { role: "district_officer", districtId: { in: districtIdsOf(actor) } };
}

/**
 * People of the offices that the actor may move work between. Whoever takes over holds the office
 * now (`now`); whoever hands over may have left it (null).
 */
export async function officePeople(
  tx: Tx,
  actor: Actor,
  now: Date | null,
  id?: string,
): Promise<OfficePerson[]> {
  const held: Prisma.MembershipWhereInput = {
    AND: [reachable(actor), now === null ? {} : heldAt(now)],
  };
  const rows = await tx.userAccount.findMany({
    where: {
      ...(id ? { id } : {}),
      ...(now === null ? {} : { status: "active" }),
      memberships: { some: held },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      id: true,
      name: true,
      memberships: { where: held, select: { role: true, districtId: true } },
    },
  });
  return rows.map(({ memberships, ...person }) => ({
    ...person,
    offices: memberships.flatMap(officeOf),
  }));
}

/** The offices that both have a part in, each once. */
export function commonOffices(from: OfficePerson, to: OfficePerson): Office[] {
  const others = new Set(to.offices.map(keyOf));
  const common = from.offices.filter((office) => others.has(keyOf(office)));
  return [...new Map(common.map((office) => [keyOf(office), office])).values()];
}
