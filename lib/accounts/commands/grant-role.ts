import type { z } from "zod";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { cancelDuties, settleDuties } from "@/lib/project/duties";
import { mayAppoint } from "../appoint";
import { type AccountRecord, lockAccount } from "../load";
import { accountEvent, endSessionsOf, grant } from "../people";
import { isCompatible, placeOf } from "../role-rules";
import { grantRoleInput } from "../schema";

type Input = z.output<typeof grantRoleInput>;

/** The security administrator lets a person hold a role; never himself. */
export const grantRole = defineCommand({
  name: "accounts.grant-role",
  input: grantRoleInput,
  roles: ["security_admin"],
  load: (tx, { userId }, actor, now) => lockAccount(tx, actor, userId, now),
  allow: mayAppoint,
  rule: (user, input) => {
    requirePlace(input);
    const held = user.memberships.map(({ role }) => role);
    if (!isCompatible(held, input.role)) throw conflict("roles_incompatible", { held });
    if (user.memberships.some((each) => isSame(each, input))) throw conflict("role_already_held");
  },
  run: async ({ tx, actor, now }, user, { role, unitId, districtId }) => {
    await requireKnownPlace(tx, unitId, districtId);
    if (role === "expert") await requireExpert(tx, user);
    const by = { userId: actor.userId, now };
    await grant(tx, { userId: user.id, role, unitId, districtId }, by);
    await settleDuties(tx, { kind: "accounts.grant_role", subjectId: user.id }, { actor, now });
    await cancelDuties(tx, { kind: "accounts.disable_user", subjectId: user.id }, now);
    await endSessionsOf(tx, user.id, now, "role_changed");
    return {
      data: { userId: user.id },
      event: {
        ...accountEvent(user.id, { name: user.name, role }),
        unitId: unitId ?? null,
        districtId: districtId ?? null,
      },
    };
  },
});

function requirePlace({ role, unitId, districtId }: Input): void {
  const place = placeOf(role);
  if ((place === "unit") !== (unitId !== undefined)) {
    throw invalidField("unitId", place === "unit" ? "required" : "role_has_no_unit");
  }
  if ((place === "district") !== (districtId !== undefined)) {
    throw invalidField("districtId", place === "district" ? "required" : "role_has_no_district");
  }
}

async function requireKnownPlace(tx: Tx, unitId?: string, districtId?: string): Promise<void> {
  if (unitId && !(await tx.unit.findUnique({ where: { id: unitId }, select: { id: true } }))) {
    throw invalidField("unitId", "unit_unknown");
  }
  if (districtId === undefined) return;
  const district = await tx.district.findUnique({
    where: { id: districtId },
    select: { id: true },
  });
  if (district === null) throw invalidField("districtId", "district_unknown");
}

async function requireExpert(tx: Tx, user: AccountRecord): Promise<void> {
  const expert = await tx.expert.findUnique({
    where: { userId: user.id },
    select: { userId: true },
  });
  if (expert === null) throw conflict("not_in_expert_bank");
}

function isSame(held: AccountRecord["memberships"][number], input: Input): boolean {
  return (
    held.role === input.role &&
    held.unitId === (input.unitId ?? null) &&
    held.districtId === (input.districtId ?? null)
  );
}
