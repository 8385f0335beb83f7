import { mayHold } from "@/lib/access/policy";
import { applicantRoles } from "@/lib/access/roles";
import { defineCommand } from "@/lib/kernel/command";
import { expectOne } from "@/lib/kernel/errors";
import { closeFeedInput } from "../schema";

/** Takes the address of one's own calendar back: from now on it answers nothing. */
export const closeFeed = defineCommand({
  name: "liaison.close-feed",
  input: closeFeedInput,
  roles: applicantRoles,
  load: (tx, { feedId }, actor) =>
    tx.calendarFeed.findFirst({
      where: { id: feedId, userId: actor.userId ?? feedId, revokedAt: null },
      select: { id: true },
    }),
  allow: (actor) => mayHold(actor, applicantRoles),
  run: async ({ tx, now }, { id }) => {
    const where = { id, revokedAt: null };
    expectOne(await tx.calendarFeed.updateMany({ where, data: { revokedAt: now } }));
    return {
      data: { feedId: id },
      event: { subject: { type: "calendar_feed", id }, audience: "officials" },
    };
  },
});
