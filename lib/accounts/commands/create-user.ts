import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { makePasswordLink } from "../access-links";
import { openAccountDuty } from "../duties";
import { accountEvent, createAccount } from "../people";
import { createUserInput } from "../schema";

/** The system administrator opens an account for an official or expert; its roles are the security administrator's matter. */
export const createUser = defineCommand({
  name: "accounts.create-user",
  input: createUserInput,
  roles: ["sysadmin"],
  confidential: true,
  load: async () => ({}),
  allow: (actor) => mayHold(actor, ["sysadmin"]),
  run: async ({ tx, actor, now }, _record, input) => {
    const userId = await createAccount(tx, input, { userId: actor.userId, now });
    if (input.expert) {
      await tx.expert.create({ data: { userId, ...input.expert }, select: { userId: true } });
    }
    await openAccountDuty(tx, "accounts.grant_role", { id: userId, name: input.name }, now);
    const accessToken = await makePasswordLink(tx, userId, now);
    return {
      data: { userId, accessToken },
      event: accountEvent(userId, { name: input.name, username: input.username }),
    };
  },
});
