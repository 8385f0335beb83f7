import { type Actor, publicActor, systemActor } from "@/lib/access/actor";
import type { AccountRole, Role } from "@/lib/access/roles";
import type { PersonName, World } from "@/test/world";

/** Whoever tries: a role, and where he stands to the project of the scene. */
export interface CastMember {
  /** How a failing cell names him. */
  name: string;
  role: Role;
  actor: Actor;
}

function played(world: World, person: PersonName, role: AccountRole): Actor {
  const actor = world.as(person);
  return { ...actor, held: actor.held.filter((held) => held.role === role) };
}

/** One person for each role, each holding this role only, as near to the project as the role can be. */
export function insiders(world: World): CastMember[] {
  const people: readonly [AccountRole, PersonName][] = [
    ["filler", "filler"],
    ["unit_admin", "enterprise"],
    ["district_officer", "district"],
    ["bureau_officer", "officer2"],
    ["division_head", "head"],
    ["manager", "manager"],
    ["expert", "expert1"],
    ["auditor", "auditor"],
    ["sysadmin", "admin"],
    ["security_admin", "secadmin"],
  ];
  return [
    ...people.map(([role, person]) => ({ name: role, role, actor: played(world, person, role) })),
    { name: "public", role: "public", actor: publicActor },
    { name: "system", role: "system", actor: systemActor },
  ];
}

/** The same roles in another unit, another district, or without an assignment: for them nothing is there. */
export function outsiders(world: World): CastMember[] {
  const people: readonly [AccountRole, PersonName][] = [
    ["filler", "enterprise2"],
    ["unit_admin", "enterprise2"],
    ["district_officer", "district2"],
    ["expert", "expert5"],
  ];
  return people.map(([role, person]) => ({
    name: `foreign ${role}`,
    role,
    actor: played(world, person, role),
  }));
}
