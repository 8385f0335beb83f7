import { toString as qrCode } from "qrcode";
import { mayHold } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import { newToken, tokenHash } from "@/lib/accounts/tokens";
import { defineCommand } from "@/lib/kernel/command";
import { env } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { openFeedInput } from "../schema";

/**
 * Makes a secret address under which a telephone's calendar reads what its owner's unit must hand
 * in. It is shown once, with its QR code; only its hash is kept. A former address stops.
 */
export const openFeed = defineCommand({
  name: "liaison.open-feed",
  input: openFeedInput,
  roles: applicantRoles,
  confidential: true,
  load: async (_tx, _input, actor) => ({ userId: actor.userId }),
  allow: (actor) => mayHold(actor, applicantRoles),
  run: async ({ tx, now }, { userId }) => {
    if (userId === null) throw new Error("a feed belongs to a person");
    await tx.calendarFeed.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: now },
    });
    const [id, token] = [newId(), newToken()];
    await tx.calendarFeed.create({
      data: { id, userId, tokenHash: tokenHash(token), createdAt: now },
      select: { id: true },
    });
    const address = `${env().origins[0]}/api/calendar/${token}.ics`;
    const qr = await qrCode(address, { type: "svg", margin: 2 });
    return {
      data: { feedId: id, address, qr },
      event: { subject: { type: "calendar_feed", id }, audience: "officials" },
    };
  },
});
