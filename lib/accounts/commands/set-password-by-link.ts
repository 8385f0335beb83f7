import { mayHold } from "@/lib/access/policy";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { openLink } from "../access-links";
import { accountEvent, endSessionsOf } from "../people";
import { setPasswordByLinkInput } from "../schema";
import { setPassword } from "../set-password";

/** Whoever holds a single-use link sets the password of its account, once. */
export const setPasswordByLink = defineCommand({
  name: "accounts.set-password-by-link",
  input: setPasswordByLinkInput,
  callers: ["public"],
  roles: ["public"],
  rateLimit: 10,
  load: (tx, { token }, _actor, now) => openLink(tx, token, now),
  allow: (actor) => mayHold(actor, ["public"]),
  run: async ({ tx, now }, link, { password }) => {
    expectOne(
      await tx.accessLink.updateMany({
        where: { id: link.id, usedAt: null },
        data: { usedAt: now },
      }),
    );
    await setPassword(tx, { id: link.userId, username: link.username }, password, now);
    await endSessionsOf(tx, link.userId, now, "password_changed");
    return {
      data: { username: link.username },
      event: accountEvent(link.userId, { name: link.name }),
    };
  },
});
