import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayHold, type Verdict } from "@/lib/access/policy";
import type { Role } from "@/lib/access/roles";

/** Only these roles, and nobody on himself. */
export function mayOnOthers(actor: Actor, user: { id: string }, roles: readonly Role[]): Verdict {
  const verdict = mayHold(actor, roles);
  return isAllowed(verdict) && user.id === actor.userId ? { refused: "four_eyes" } : verdict;
}

/** Roles are the security administrator's matter. */
export const mayAppoint = (actor: Actor, user: { id: string }): Verdict =>
  mayOnOthers(actor, user, ["security_admin"]);
