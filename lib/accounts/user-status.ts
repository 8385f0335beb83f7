import { type Command, defineCommand } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { cancelDuties, settleDuties } from "@/lib/project/duties";
import { mayOnOthers } from "./appoint";
import { lockAccount } from "./load";
import { accountEvent, endSessionsOf } from "./people";
import { changeUserStatusInput } from "./schema";

/** The two commands that switch an account off and on again; nobody's own. */
export function defineStatusChange(
  name: string,
  { from, to }: { from: "active" | "disabled"; to: "active" | "disabled" },
): Command {
  return defineCommand({
    name,
    input: changeUserStatusInput,
    roles: ["sysadmin"],
    load: (tx, { userId }, actor, now) => lockAccount(tx, actor, userId, now),
    allow: (actor, user) => mayOnOthers(actor, user, ["sysadmin"]),
    rule: (user) => {
      if (user.status !== from) throw conflict("account_status", { status: user.status });
    },
    run: async ({ tx, actor, now }, user, { version, reason }) => {
      expectOne(
        await tx.userAccount.updateMany({
          where: { id: user.id, status: from, version },
          data: { status: to, version: { increment: 1 } },
        }),
      );
      await settleDuties(tx, { kind: "accounts.disable_user", subjectId: user.id }, { actor, now });
      await cancelDuties(tx, { kind: "accounts.grant_role", subjectId: user.id }, now);
      await endSessionsOf(tx, user.id, now, to);
      return {
        data: { userId: user.id },
        event: accountEvent(user.id, { name: user.name }, reason),
      };
    },
  });
}
