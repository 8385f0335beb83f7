import { mayAs } from "@/lib/access/policy";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { makePasswordLink } from "../access-links";
import { heldAt, lockUnit } from "../load";
import { createAccount, endSessionsOf, grant } from "../people";
import { addMemberInput } from "../schema";

/** A unit's administrator adds a colleague, or gives one the unit's other role. */
export const addMember = defineCommand({
  name: "accounts.add-member",
  input: addMemberInput,
  roles: ["unit_admin", "sysadmin"],
  confidential: true,
  load: (tx, { unitId }, actor) => lockUnit(tx, actor, unitId),
  allow: (actor, unit) => mayAs(actor, unit, ["unit_admin", "sysadmin"]),
  run: async ({ tx, actor, now }, unit, input) => {
    const by = { userId: actor.userId, now };
    const known = await knownMember(tx, unit.id, input.username, now);
    if (known?.roles.includes(input.role)) throw conflict("role_already_held");
    const userId = known?.id ?? (await createAccount(tx, input, by));
    await grant(tx, { userId, role: input.role, unitId: unit.id }, by);
    if (known) await endSessionsOf(tx, userId, now, "role_changed");
    const accessToken = known ? null : await makePasswordLink(tx, userId, now);
    return {
      data: { userId, accessToken },
      event: {
        unitId: unit.id,
        districtId: unit.districtId,
        subject: { type: "user", id: userId },
        params: { name: input.name, role: input.role, unit: unit.name },
      },
    };
  },
});

/** Somebody of this unit, or nobody yet; a name that belongs to others is taken. */
async function knownMember(tx: Tx, unitId: string, username: string, now: Date) {
  const found = await tx.userAccount.findUnique({
    where: { username },
    select: { id: true, memberships: { where: heldAt(now), select: { role: true, unitId: true } } },
  });
  if (found === null) return null;
  const here = found.memberships.filter((each) => each.unitId === unitId);
  if (here.length === 0) throw invalidField("username", "username_taken");
  return { id: found.id, roles: here.map(({ role }) => role) };
}
