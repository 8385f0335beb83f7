import { type Actor, districtIdsOf, holds, unitIdsOf } from "./actor";
import { bureauRoles, directDistrictId, type Role } from "./roles";

/** A policy's answer: the role in which the actor may act, or the refusal's code. */
export type Verdict = { as: Role } | { refused: "wrong_role" | "four_eyes" };

/** What a policy looks at in a guarded record. */
export interface Guarded {
  unitId: string;
  districtId: string;
  caseOfficerId?: string | null;
  hands?: readonly string[];
}

/** Was the actor let in? */
export function isAllowed(verdict: Verdict): verdict is { as: Role } {
  return "as" in verdict;
}

/**
 * The one role check: the first of these roles that the actor holds over this record. A filler or
 * unit administrator must be of its unit, a district officer of its district; for direct units a
 * bureau officer other than the case officer stands in for the district (domain.md §1.2).
 */
export function mayAs(actor: Actor, record: Guarded, roles: readonly Role[]): Verdict {
  for (const role of roles) {
    const held = roleHeld(actor, record, role);
    if (held) return { as: held };
  }
  return { refused: "wrong_role" };
}

/** Like `mayAs`, and the actor may not have filled or confirmed the same file. */
export function mayWithFourEyes(actor: Actor, record: Guarded, roles: readonly Role[]): Verdict {
  const verdict = mayAs(actor, record, roles);
  if (!isAllowed(verdict)) return verdict;
  return actor.userId !== null && record.hands?.includes(actor.userId)
    ? { refused: "four_eyes" }
    : verdict;
}

/** City-wide or unbound roles: no record to look at. */
export function mayHold(actor: Actor, roles: readonly Role[]): Verdict {
  const role = roles.find((candidate) => holds(actor, candidate));
  return role ? { as: role } : { refused: "wrong_role" };
}

function roleHeld(actor: Actor, record: Guarded, role: Role): Role | null {
  if (role === "filler" || role === "unit_admin") {
    return unitIdsOf(actor, role).includes(record.unitId) ? role : null;
  }
  if (role === "district_officer") return districtRoleHeld(actor, record);
  return holds(actor, role) ? role : null;
}

function districtRoleHeld(actor: Actor, record: Guarded): Role | null {
  if (record.districtId !== directDistrictId) {
    return districtIdsOf(actor).includes(record.districtId) ? "district_officer" : null;
  }
  if (actor.userId !== null && actor.userId === record.caseOfficerId) return null;
  return bureauRoles.find((role) => holds(actor, role)) ?? null;
}
