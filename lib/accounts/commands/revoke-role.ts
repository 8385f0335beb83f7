import { defineCommand } from "@/lib/kernel/command";
import { mayAppoint } from "../appoint";
import { openAccountDuty } from "../duties";
import { heldAt, lockMembership } from "../load";
import { accountEvent, endSessionsOf } from "../people";
import { membershipInput } from "../schema";

/** The security administrator takes a role back; the person's sessions end at once. */
export const revokeRole = defineCommand({
  name: "accounts.revoke-role",
  input: membershipInput,
  roles: ["security_admin"],
  load: (tx, { membershipId }, actor, now) => lockMembership(tx, actor, membershipId, now),
  allow: (actor, membership) => mayAppoint(actor, membership.user),
  run: async ({ tx, now }, membership, { reason }) => {
    await tx.membership.update({
      where: { id: membership.id },
      data: { validTo: now },
      select: { id: true },
    });
    const left = await tx.membership.count({
      where: { AND: [heldAt(now), { userId: membership.user.id }] },
    });
    if (left === 0) await openAccountDuty(tx, "accounts.disable_user", membership.user, now);
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
        districtId: membership.districtId,
      },
    };
  },
});
