import type { AccountRole } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { seal } from "./sealed";

export interface PersonDraft {
  username: string;
  name: string;
  nameEn?: string;
  phone?: string;
}

/** Creates an account without a password; its first link sets one. A taken name is refused (422). */
export async function createAccount(
  tx: Tx,
  draft: PersonDraft,
  by: { userId: string | null; now: Date },
): Promise<string> {
  const taken = await tx.userAccount.findUnique({
    where: { username: draft.username },
    select: { id: true },
  });
  if (taken !== null) throw invalidField("username", "username_taken");
  const { id } = await tx.userAccount.create({
    data: {
      id: newId(),
      username: draft.username,
      name: draft.name,
      nameEn: draft.nameEn,
      phoneEnc: draft.phone === undefined ? undefined : seal(draft.phone),
      createdAt: by.now,
      createdById: by.userId,
    },
    select: { id: true },
  });
  return id;
}

export interface RoleGrant {
  userId: string;
  role: AccountRole;
  unitId?: string | null;
  districtId?: string | null;
}

/** Lets a person hold a role from now on. */
export async function grant(
  tx: Tx,
  { userId, role, unitId = null, districtId = null }: RoleGrant,
  by: { userId: string | null; now: Date },
): Promise<void> {
  await tx.membership.create({
    data: {
      id: newId(),
      userId,
      role,
      unitId,
      districtId,
      validFrom: by.now,
      grantedById: by.userId,
    },
    select: { id: true },
  });
}

/** Ends a person's sessions at once, except perhaps the one that asks. */
export async function endSessionsOf(
  tx: Tx,
  userId: string,
  now: Date,
  reason: string,
  except: string | null = null,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, ...(except === null ? {} : { id: { not: except } }) },
    data: { endedAt: now, endReason: reason },
  });
  return count;
}

/** The event frame of what is done to an account; applicants' timelines don't show it. */
export function accountEvent(
  userId: string,
  params: Record<string, string | number | null>,
  reason: string | null = null,
) {
  return { subject: { type: "user", id: userId }, params, reason, audience: "officials" as const };
}
