import { type Actor, holds, unitIdsOf } from "@/lib/access/actor";
import type { Verdict } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { makePasswordLink } from "../access-links";
import { type AccountRecord, lockAccount } from "../load";
import { accountEvent } from "../people";
import { userInput } from "../schema";

/** A new single-use link for somebody who has not set a password yet or forgot it. */
export const issueAccessLink = defineCommand({
  name: "accounts.issue-access-link",
  input: userInput,
  roles: ["security_admin", "sysadmin", "unit_admin"],
  confidential: true,
  load: (tx, { userId }, actor, now) => lockAccount(tx, actor, userId, now),
  allow: mayIssue,
  rule: (user) => {
    if (user.status !== "active") throw conflict("account_status", { status: user.status });
  },
  run: async ({ tx, now }, user) => ({
    data: { accessToken: await makePasswordLink(tx, user.id, now) },
    event: accountEvent(user.id, { name: user.name }),
  }),
});

/**
 * The security administrator for anybody but himself; the system administrator while no password was
 * set, so that he can't take over an account in use; a unit's administrator for people of his unit.
 */
function mayIssue(actor: Actor, user: AccountRecord): Verdict {
  if (user.id === actor.userId) return { refused: "four_eyes" };
  if (holds(actor, "security_admin")) return { as: "security_admin" };
  if (holds(actor, "sysadmin") && user.passwordHash === null) return { as: "sysadmin" };
  const units = unitIdsOf(actor, "unit_admin");
  const onlyHere = user.memberships.every(
    ({ unitId }) => unitId !== null && units.includes(unitId),
  );
  return onlyHere && user.memberships.length > 0 ? { as: "unit_admin" } : { refused: "wrong_role" };
}
