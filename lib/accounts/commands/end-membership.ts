import type { Actor } from "@/lib/access/actor";
import { mayAs, type Verdict } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { type HeldMembership, heldAt, lockMembership } from "../load";
import { accountEvent, endSessionsOf } from "../people";
import { membershipInput } from "../schema";

/** A unit's administrator takes a role in the unit back; the person's sessions end at once. */
export const endMembership = defineCommand({
  name: "accounts.end-membership",
  input: membershipInput,
  roles: ["unit_admin"],
  load: (tx, { membershipId }, actor, now) => lockMembership(tx, actor, membershipId, now),
  allow: mayEnd,
  run: async ({ tx, now }, membership, { reason }) => {
    if (membership.role === "unit_admin") await requireAnotherAdmin(tx, membership, now);
    await tx.membership.update({
      where: { id: membership.id },
      data: { validTo: now },
      select: { id: true },
    });
    await endSessionsOf(tx, membership.user.id, now, "role_changed");
    return {
      data: { membershipId: membership.id },
      event: {
        ...accountEvent(
          membership.user.id,
          { name: membership.user.name, role: membership.role },
          reason,
        ),
        unitId: membership.unitId,
      },
    };
  },
});

function mayEnd(actor: Actor, membership: HeldMembership): Verdict {
  const inUnit = applicantRoles.some((role) => role === membership.role);
  if (!inUnit || membership.unitId === null) return { refused: "wrong_role" };
  return mayAs(actor, { unitId: membership.unitId, districtId: "" }, ["unit_admin"]);
}

/** A unit keeps at least one administrator, or nobody could confirm for it. */
async function requireAnotherAdmin(tx: Tx, membership: HeldMembership, now: Date): Promise<void> {
  await tx.$queryRaw`select id from unit where id = ${membership.unitId}::uuid for update`;
  const others = await tx.membership.count({
    where: {
      AND: [heldAt(now)],
      unitId: membership.unitId,
      role: "unit_admin",
      userId: { not: membership.user.id },
      user: { status: "active" },
    },
  });
  if (others === 0) throw conflict("last_unit_admin");
}
