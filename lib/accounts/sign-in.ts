import { setTimeout as delay } from "node:timers/promises";
import { database, type Tx } from "@/lib/db/client";
import { now as clockNow } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";
import { loadNumbers } from "@/lib/reference/settings";
import { type AttemptKey, countAttemptOn, giveBack, takeFrom } from "./attempts";
import { fitsPassword } from "./passwords";
import { absoluteEnd, normaliseUsername, sessionDefaults, slowDown } from "./rules";
import { isToken, newToken, tokenHash } from "./tokens";

export interface SignInAttempt {
  username: string;
  password: string;
  address: string;
  /** The known-browser cookie, if the browser sent one. */
  browserToken: string | undefined;
}

export type SignInResult =
  | { ok: true; token: string; browserToken: string }
  | { ok: false; code: "wrong" | "locked" };

interface Account {
  id: string;
  passwordHash: string | null;
  status: string;
}

type Wait = (milliseconds: number) => Promise<unknown>;

/**
 * Checks a name and password and opens a session. Wrong name and wrong password look alike, in
 * answer and in time. `wait` holds back the answer when a name is being guessed at from many places.
 */
export async function signIn(attempt: SignInAttempt, wait: Wait = delay): Promise<SignInResult> {
  const username = normaliseUsername(attempt.username).slice(0, 200);
  const now = clockNow();
  const account = await accountNamed(username);
  const browserId = await knownBrowser(account, attempt.browserToken);
  const key: AttemptKey = browserId ? { browserId } : { username, address: attempt.address };
  if (!(await takeFrom(key, now))) return refuse("locked", account);
  const lately = await countAttemptOn(username, now);
  if (browserId === null && slowDown(lately) > 0) await wait(slowDown(lately));
  const fits = await fitsPassword(account?.passwordHash ?? null, attempt.password);
  if (account === null || !fits) return refuse("wrong", account);
  return (
    (await openSession(account, username, key, attempt.browserToken)) ?? refuse("wrong", account)
  );
}

async function accountNamed(username: string): Promise<Account | null> {
  if (!/^[\p{L}\p{N}._@-]{1,64}$/u.test(username)) return null;
  return database("signin").userAccount.findUnique({
    where: { username },
    select: { id: true, passwordHash: true, status: true },
  });
}

async function knownBrowser(
  account: Account | null,
  token: string | undefined,
): Promise<string | null> {
  if (account === null || !isToken(token)) return null;
  const found = await database("signin").knownBrowser.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { id: true, userId: true },
  });
  return found?.userId === account.id ? found.id : null;
}

async function refuse(code: "wrong" | "locked", account: Account | null): Promise<SignInResult> {
  await note(database("signin"), code, account?.id ?? null);
  return { ok: false, code };
}

/** Opens the session if the account is still as it was when its password was checked. */
async function openSession(
  account: Account,
  username: string,
  key: AttemptKey,
  oldBrowserToken: string | undefined,
): Promise<SignInResult | null> {
  const hours = (await loadNumbers(database(), clockNow())).get("session_absolute_hours");
  return database("signin").$transaction(async (tx) => {
    const [still] = await tx.$queryRaw<{ id: string }[]>`
      select id from user_account where id = ${account.id}::uuid and status = 'active'
        and password_hash = ${account.passwordHash} for update`;
    if (still === undefined) return null;
    const now = clockNow();
    const token = newToken();
    await tx.session.create({
      data: {
        id: newId(),
        tokenHash: tokenHash(token),
        userId: account.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: absoluteEnd(now, hours ?? sessionDefaults.absoluteHours),
      },
      select: { id: true },
    });
    await giveBack(tx, key, username);
    const browserToken = await rememberBrowser(tx, account.id, key, oldBrowserToken, now);
    await note(tx, "signed_in", account.id);
    return { ok: true, token, browserToken };
  });
}

async function rememberBrowser(
  tx: Tx,
  userId: string,
  key: AttemptKey,
  old: string | undefined,
  now: Date,
): Promise<string> {
  if ("browserId" in key && old !== undefined) {
    await tx.knownBrowser.update({
      where: { id: key.browserId },
      data: { lastUsedAt: now },
      select: { id: true },
    });
    return old;
  }
  const token = newToken();
  await tx.knownBrowser.create({
    data: { id: newId(), tokenHash: tokenHash(token), userId, createdAt: now, lastUsedAt: now },
    select: { id: true },
  });
  return token;
}

/** Ends the session of this token; the cookie is worth nothing from now on. */
export async function endSession(token: string, reason: string): Promise<void> {
  await database("signin").session.updateMany({
    where: { tokenHash: tokenHash(token), endedAt: null },
    data: { endedAt: clockNow(), endReason: reason },
  });
}

async function note(tx: Tx, code: string, actorId: string | null): Promise<void> {
  await tx.securityLog.create({
    data: { id: newId(), at: clockNow(), kind: "sign_in", code, actorId },
    select: { id: true },
  });
}
