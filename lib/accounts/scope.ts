import { type Actor, holds, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
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

/** Units that the actor may know of: a unit itself, officials all. */
export function unitScope(actor: Actor): Prisma.UnitWhereInput {
  if (holds(actor, "system", ...officials)) return {};
  return { id: { in: unitIdsOf(actor, ...applicantRoles) } };
}

/** Accounts that the actor may know of: himself, colleagues in his unit, officials all. */
export function accountScope(actor: Actor): Prisma.UserAccountWhereInput {
  if (holds(actor, "system", ...officials)) return {};
  const ways: Prisma.UserAccountWhereInput[] = [];
  if (actor.userId !== null) ways.push({ id: actor.userId });
  const units = unitIdsOf(actor, ...applicantRoles);
  if (units.length > 0) ways.push({ memberships: { some: { unitId: { in: units } } } });
  return ways.length > 0 ? { OR: ways } : { id: { in: [] } };
}
