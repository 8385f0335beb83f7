import type { AccountRole, Role } from "./roles";

/** A role as it is held now: in a unit, in a district, or city-wide. */
export interface HeldRole {
  role: AccountRole;
  unitId: string | null;
  districtId: string | null;
}

/** Whoever asks: a signed-in person, the public, or the job that acts for the system. */
export interface Actor {
  kind: "user" | "public" | "system";
  userId: string | null;
  sessionId: string | null;
  name: string;
  held: readonly HeldRole[];
}

export const publicActor: Actor = {
  kind: "public",
  userId: null,
  sessionId: null,
  name: "public",
  held: [],
};

export const systemActor: Actor = {
  kind: "system",
  userId: null,
  sessionId: null,
  name: "system",
  held: [],
};

/** Does the actor hold one of these roles anywhere? */
export function holds(actor: Actor, ...roles: readonly Role[]): boolean {
  if (actor.kind !== "user") return roles.includes(actor.kind);
  return actor.held.some((held) => roles.includes(held.role));
}

/**
 * The id of the person who acts, for rows that name him. Throws for the public and the jobs: a
 * command that writes such a row is open to persons only, so that is a fault of ours.
 */
export function personOf(actor: Actor): string {
  if (actor.userId === null) throw new Error(`${actor.kind} is no person`);
  return actor.userId;
}

/** Units in which the actor holds one of these roles. */
export function unitIdsOf(actor: Actor, ...roles: readonly Role[]): string[] {
  const ids = actor.held
    .filter((held) => roles.includes(held.role))
    .flatMap((held) => (held.unitId === null ? [] : [held.unitId]));
  return [...new Set(ids)];
}

/** Districts in which the actor is a district officer. */
export function districtIdsOf(actor: Actor): string[] {
  const ids = actor.held
    .filter((held) => held.role === "district_officer")
    .flatMap((held) => (held.districtId === null ? [] : [held.districtId]));
  return [...new Set(ids)];
}
