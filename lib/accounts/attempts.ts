import { createHash } from "node:crypto";
import { database, type Tx } from "@/lib/db/client";
import { type Attempts, countOnName, takeAttempt } from "./rules";

/** Whom an attempt counts against: a browser known for this account, or a name from an address. */
export type AttemptKey = { browserId: string } | { username: string; address: string };

/** Names are kept as hashes: what somebody typed by mistake may be a password. */
const nameHash = (username: string): string =>
  createHash("sha256").update(`kehe sign-in ${username}`).digest("hex").slice(0, 32);

const keyText = (key: AttemptKey): string =>
  "browserId" in key
    ? `browser|${key.browserId}`
    : `name|${nameHash(key.username)}|${key.address.slice(0, 80)}`;

const nameKey = (username: string): string => `anywhere|${nameHash(username)}`;

/** Takes one attempt of this counter; false while it is locked. */
export async function takeFrom(key: AttemptKey, now: Date): Promise<boolean> {
  return change(keyText(key), now, (before) => {
    const { allowed, after } = takeAttempt(before, now);
    return { after, answer: allowed };
  });
}

/** Counts an attempt on a name from anywhere; answers how many there were lately. */
export async function countAttemptOn(username: string, now: Date): Promise<number> {
  return change(nameKey(username), now, (before) => {
    const after = countOnName(before, now);
    return { after, answer: after.failures };
  });
}

/** A right password: the counter starts anew, and the attempt on the name is taken back. */
export async function giveBack(tx: Tx, key: AttemptKey, username: string): Promise<void> {
  await tx.loginCounter.updateMany({
    where: { key: keyText(key) },
    data: { failures: 0, lockedUntil: null },
  });
  await tx.loginCounter.updateMany({
    where: { key: nameKey(username), failures: { gt: 0 } },
    data: { failures: { decrement: 1 } },
  });
}

/** Lifts every lock and slow-down of a name; answers how many counters there were. */
export async function unlockName(
  tx: Tx,
  username: string,
  browserIds: readonly string[],
): Promise<number> {
  const { count } = await tx.loginCounter.deleteMany({
    where: {
      OR: [
        { key: { startsWith: `name|${nameHash(username)}|` } },
        { key: nameKey(username) },
        { key: { in: browserIds.map((browserId) => keyText({ browserId })) } },
      ],
    },
  });
  return count;
}

/** Is any counter of this name locked now? */
export async function isNameLocked(tx: Tx, username: string, now: Date): Promise<boolean> {
  const found = await tx.loginCounter.findFirst({
    where: { key: { startsWith: `name|${nameHash(username)}|` }, lockedUntil: { gt: now } },
    select: { key: true },
  });
  return found !== null;
}

/** Changes one counter under its row lock; a counter at zero failures counts as none. */
function change<T>(
  key: string,
  now: Date,
  rule: (before: Attempts | null) => { after: Attempts; answer: T },
): Promise<T> {
  return database("signin").$transaction(async (tx) => {
    await tx.$executeRaw`
      insert into login_counter (key, failures, first_at) values (${key}, 0, ${now})
      on conflict (key) do nothing`;
    const [row] = await tx.$queryRaw<Attempts[]>`
      select failures, first_at as "firstAt", locked_until as "lockedUntil"
      from login_counter where key = ${key} for update`;
    const { after, answer } = rule(row === undefined || row.failures === 0 ? null : row);
    await tx.loginCounter.upsert({
      where: { key },
      create: { key, ...after },
      update: after,
      select: { key: true },
    });
    return answer;
  });
}
