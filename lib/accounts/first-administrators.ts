import { systemActor } from "@/lib/access/actor";
import type { AccountRole } from "@/lib/access/roles";
import { recordEvent } from "@/lib/audit/event";
import { database, type Tx } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { makePasswordLink } from "./access-links";
import { heldAt } from "./load";
import { accountEvent, createAccount, grant } from "./people";

const administrators = [
  { role: "sysadmin", username: "admin", name: "系统管理员", nameEn: "System administrator" },
  {
    role: "security_admin",
    username: "secadmin",
    name: "安全管理员",
    nameEn: "Security administrator",
  },
] as const satisfies readonly {
  role: AccountRole;
  username: string;
  name: string;
  nameEn: string;
}[];

export interface FirstLink {
  role: AccountRole;
  username: string;
  path: string;
}

/**
 * Opens the accounts of the two administrators, who watch each other, and answers a single-use link
 * for each that has no password yet. Empty once somebody signs in with each role.
 */
export function firstAdministrators(now: Date): Promise<FirstLink[]> {
  return database().$transaction(async (tx) => {
    await setContext(tx, systemActor, false);
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('kehe first administrators'))`;
    const links: FirstLink[] = [];
    for (const each of administrators) {
      const userId = await pendingAdministrator(tx, each, now);
      if (userId === null) continue;
      const token = await makePasswordLink(tx, userId, now);
      links.push({ role: each.role, username: each.username, path: `/access/${token}` });
      await recordEvent(
        tx,
        {
          command: "accounts.create-administrator",
          outcome: "done",
          actor: systemActor,
          as: "system",
          now,
        },
        accountEvent(userId, { name: each.name, role: each.role }),
      );
    }
    return links;
  });
}

/** The account that still waits for its first password, made if nobody holds the role; else null. */
async function pendingAdministrator(
  tx: Tx,
  { role, ...draft }: (typeof administrators)[number],
  now: Date,
): Promise<string | null> {
  const holders = await tx.userAccount.findMany({
    where: { status: "active", memberships: { some: { AND: [heldAt(now), { role }] } } },
    select: { id: true, passwordHash: true },
  });
  if (holders.some(({ passwordHash }) => passwordHash !== null)) return null;
  if (holders[0]) return holders[0].id;
  const by = { userId: null, now };
  const userId = await createAccount(tx, draft, by);
  await grant(tx, { userId, role }, by);
  return userId;
}
