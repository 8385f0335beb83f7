import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { unlockName } from "../attempts";
import { lockAccount } from "../load";
import { accountEvent } from "../people";
import { userInput } from "../schema";

/** Lifts the locks of a name before they expire by themselves. */
export const unlockUser = defineCommand({
  name: "accounts.unlock-user",
  input: userInput,
  roles: ["security_admin"],
  load: (tx, { userId }, actor, now) => lockAccount(tx, actor, userId, now),
  allow: (actor) => mayHold(actor, ["security_admin"]),
  run: async ({ tx }, user) => {
    const browsers = await tx.knownBrowser.findMany({
      where: { userId: user.id },
      select: { id: true },
    });
    const ids = browsers.map(({ id }) => id);
    const lifted = await unlockName(tx, user.username, ids);
    return { data: { lifted }, event: accountEvent(user.id, { name: user.name, lifted }) };
  },
});
