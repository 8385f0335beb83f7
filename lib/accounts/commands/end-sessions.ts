import type { Actor } from "@/lib/access/actor";
import { mayHold, type Verdict } from "@/lib/access/policy";
import { accountRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { type AccountRecord, lockAccount } from "../load";
import { accountEvent, endSessionsOf } from "../people";
import { endSessionsInput } from "../schema";

/** Signs a person out everywhere: oneself, or anybody by the security administrator. */
export const endSessions = defineCommand({
  name: "accounts.end-sessions",
  input: endSessionsInput,
  roles: accountRoles,
  load: async (tx, { userId }, actor, now) => {
    const id = userId ?? actor.userId;
    return id === null ? null : lockAccount(tx, actor, id, now);
  },
  allow: mayEnd,
  run: async ({ tx, now }, user) => {
    const ended = await endSessionsOf(tx, user.id, now, "ended");
    return { data: { ended }, event: accountEvent(user.id, { name: user.name, ended }) };
  },
});

function mayEnd(actor: Actor, user: AccountRecord): Verdict {
  return mayHold(actor, user.id === actor.userId ? accountRoles : ["security_admin"]);
}
