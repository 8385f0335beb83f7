import { mayHold } from "@/lib/access/policy";
import { accountRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { lockAccount } from "../load";
import { fitsPassword } from "../passwords";
import { accountEvent, endSessionsOf } from "../people";
import { changePasswordInput } from "../schema";
import { setPassword } from "../set-password";

/** A person changes his own password; his other sessions end. */
export const changePassword = defineCommand({
  name: "accounts.change-password",
  input: changePasswordInput,
  roles: accountRoles,
  load: async (tx, _input, actor, now) =>
    actor.userId === null ? null : lockAccount(tx, actor, actor.userId, now),
  allow: (actor) => mayHold(actor, accountRoles),
  run: async ({ tx, actor, now }, user, { current, password }) => {
    if (!(await fitsPassword(user.passwordHash, current))) {
      throw invalidField("current", "wrong_password");
    }
    await setPassword(tx, user, password, now);
    await endSessionsOf(tx, user.id, now, "password_changed", actor.sessionId);
    return { data: {}, event: accountEvent(user.id, { name: user.name }) };
  },
});
