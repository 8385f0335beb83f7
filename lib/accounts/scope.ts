import { type Actor, districtIdsOf, holds, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles, bureauRoles } from "@/lib/access/roles";
import type { Prisma } from "@/lib/generated/prisma/client";

const officials = [
  "district_officer",
  "bureau_officer",
  "division_head",
  "manager",
  "auditor",
  "sysadmin",
  "security_admin",
] as const;

/** Who looks after accounts, or after those who do. */
export const accountKeepers = ["sysadmin", "security_admin", "auditor"] as const;

/** Units that the actor may know of: a unit itself, officials all. */
export function unitScope(actor: Actor): Prisma.UnitWhereInput {
  if (holds(actor, "system", ...officials)) return {};
  return { id: { in: unitIdsOf(actor, ...applicantRoles) } };
}

/** Units in the list: a unit itself, a district its own, the bureau and who keeps accounts all. */
export function listedUnits(actor: Actor): Prisma.UnitWhereInput {
  if (holds(actor, "system", "manager", ...bureauRoles, ...accountKeepers)) return {};
  const districts = districtIdsOf(actor);
  return districts.length > 0 ? { districtId: { in: districts } } : unitScope(actor);
}

/** Accounts in the list: who keeps accounts sees all, everybody else himself and his unit's. */
export function listedAccounts(actor: Actor): Prisma.UserAccountWhereInput {
  return holds(actor, "system", ...accountKeepers) ? {} : ownAccounts(actor);
}

/** Accounts that the actor's commands may name: himself, colleagues in his unit, officials all. */
export function accountScope(actor: Actor): Prisma.UserAccountWhereInput {
  return holds(actor, "system", ...officials) ? {} : ownAccounts(actor);
}

function ownAccounts(actor: Actor): Prisma.UserAccountWhereInput {
  const ways: Prisma.UserAccountWhereInput[] = [];
  if (actor.userId !== null) ways.push({ id: actor.userId });
  const units = unitIdsOf(actor, ...applicantRoles);
  if (units.length > 0) ways.push({ memberships: { some: { unitId: { in: units } } } });
  return ways.length > 0 ? { OR: ways } : { id: { in: [] } };
}
