import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import type { Actor, HeldRole } from "@/lib/access/actor";
import { isAccountRole } from "@/lib/access/roles";
import { database } from "@/lib/db/client";
import { now as clockNow } from "@/lib/kernel/clock";
import { env } from "@/lib/kernel/env";
import { cookieOf, sessionCookie } from "./cookies";
import { isIdle, sessionDefaults, touchAfterMilliseconds } from "./rules";
import { isToken, tokenHash } from "./tokens";

interface SessionRow {
  id: string;
  userId: string;
  name: string;
  lastSeenAt: Date;
  idleMinutes: number | null;
  role: string | null;
  unitId: string | null;
  districtId: string | null;
}

/** Who sent this request: null without a session that is still in force. Read anew each time. */
export async function actorOfRequest(request: Pick<Request, "headers">): Promise<Actor | null> {
  return actorOfCookie(cookieOf(request.headers, sessionCookie()));
}

/** Who asks for this page; one read a request. */
export const currentActor: () => Promise<Actor | null> = cache(async () =>
  actorOfCookie((await cookies()).get(sessionCookie())?.value),
);

/** Who asks for this page; strangers are sent to sign in and come back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor !== null) return actor;
  const path = (await headers()).get("x-kehe-path");
  redirect(path && path !== "/" ? `/sign-in?back=${encodeURIComponent(path)}` : "/sign-in");
}

/** The opaque session token inside the signed-in browser's cookie, or null. */
export async function sessionTokenOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie || cookie.length > 4000) return null;
  try {
    const payload = await decode({ token: cookie, secret: env().secret });
    return isToken(payload?.sub) ? payload.sub : null;
  } catch {
    return null;
  }
}

async function actorOfCookie(cookie: string | undefined): Promise<Actor | null> {
  const token = await sessionTokenOf(cookie);
  return token === null ? null : actorOfToken(token, clockNow());
}

/** One statement: the session with its person and the roles held now. */
async function actorOfToken(token: string, now: Date): Promise<Actor | null> {
  const rows = await database().$queryRaw<SessionRow[]>`
    select s.id, u.id as "userId", u.name, s.last_seen_at as "lastSeenAt",
      m.role, m.unit_id as "unitId", m.district_id as "districtId",
      (select (p.value #>> '{}')::float8 from parameter p
        where p.key = 'session_idle_minutes' and p.valid_from <= ${now}
        order by p.version desc limit 1) as "idleMinutes"
    from session s
    join user_account u on u.id = s.user_id and u.status = 'active'
    left join membership m on m.user_id = u.id and m.valid_from <= ${now}
      and (m.valid_to is null or m.valid_to > ${now})
    where s.token_hash = ${tokenHash(token)} and s.ended_at is null and s.expires_at > ${now}
    order by m.valid_from, m.id`;
  const first = rows[0];
  if (first === undefined) return null;
  const idleMinutes = first.idleMinutes ?? sessionDefaults.idleMinutes;
  if (isIdle(first.lastSeenAt, now, idleMinutes)) return null;
  await touch(first, now);
  return {
    kind: "user",
    userId: first.userId,
    sessionId: first.id,
    name: first.name,
    held: rows.flatMap(heldRole),
  };
}

function heldRole({ role, unitId, districtId }: SessionRow): HeldRole[] {
  return role !== null && isAccountRole(role) ? [{ role, unitId, districtId }] : [];
}

/** Notes at most once a minute that the browser is still in use. */
async function touch(row: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - row.lastSeenAt.getTime() < touchAfterMilliseconds) return;
  await database().session.updateMany({
    where: { id: row.id, lastSeenAt: row.lastSeenAt },
    data: { lastSeenAt: now },
  });
}
