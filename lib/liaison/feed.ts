import type { Actor } from "@/lib/access/actor";
import { isAccountRole } from "@/lib/access/roles";
import { heldAt } from "@/lib/accounts/load";
import { isToken, tokenHash } from "@/lib/accounts/tokens";
import { database, type Tx } from "@/lib/db/client";

/** The actor's own feed that can be read now, without its secret; null where there is none. */
export function ownFeed(tx: Tx, actor: Actor) {
  return tx.calendarFeed.findFirst({
    where: { userId: actor.userId ?? nobody, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, lastReadAt: true },
  });
}

const nobody = "00000000-0000-0000-0000-000000000000";
const noteAfterMs = 3_600_000;

/**
 * Whose calendar this secret address reads: the person with the roles held now. Null for an unknown
 * or revoked secret and for an account that is switched off.
 */
export async function actorOfFeed(token: string, now: Date): Promise<Actor | null> {
  if (!isToken(token)) return null;
  const feed = await database().calendarFeed.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { id: true, userId: true, revokedAt: true, lastReadAt: true },
  });
  if (feed === null || feed.revokedAt !== null) return null;
  const user = await database().userAccount.findFirst({
    where: { id: feed.userId, status: "active" },
    select: {
      name: true,
      memberships: {
        where: heldAt(now),
        select: { role: true, unitId: true, districtId: true },
      },
    },
  });
  if (user === null) return null;
  await noteReading(feed, now);
  return {
    kind: "user",
    userId: feed.userId,
    sessionId: null,
    name: user.name,
    held: user.memberships.flatMap(({ role, ...place }) =>
      isAccountRole(role) ? [{ role, ...place }] : [],
    ),
  };
}

/** Notes at most once an hour that the address is in use, so that its owner can tell. */
async function noteReading(feed: { id: string; lastReadAt: Date | null }, now: Date) {
  if (feed.lastReadAt && now.getTime() - feed.lastReadAt.getTime() < noteAfterMs) return;
  await database().calendarFeed.updateMany({
    where: { id: feed.id, lastReadAt: feed.lastReadAt },
    data: { lastReadAt: now },
  });
}
