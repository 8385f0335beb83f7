import type { Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";

/** A new account waits for its role; one without any role left waits to be switched off. */
const holders = {
  "accounts.grant_role": "security_admin",
  "accounts.disable_user": "sysadmin",
} as const satisfies Record<string, Role>;

/** Puts an account on the desk of the administrator whose turn it is. */
export async function openAccountDuty(
  tx: Tx,
  kind: keyof typeof holders,
  user: { id: string; name: string },
  now: Date,
): Promise<void> {
  await tx.duty.createMany({
    data: [
      {
        id: newId(),
        kind,
        subjectType: "user",
        subjectId: user.id,
        holderRole: holders[kind],
        since: now,
        params: { name: user.name },
      },
    ],
    skipDuplicates: true,
  });
}
