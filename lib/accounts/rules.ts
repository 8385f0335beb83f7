/** Defaults of the parameters `session_idle_minutes` and `session_absolute_hours`. */
export const sessionDefaults = { idleMinutes: 30, absoluteHours: 12 } as const;

/** A session's last use is written at most once in this time. */
export const touchAfterMilliseconds = 60_000;

const minute = 60_000;

/** Has nobody used the session for longer than the limit? */
export const isIdle = (lastSeenAt: Date, now: Date, idleMinutes: number): boolean =>
  now.getTime() - lastSeenAt.getTime() > idleMinutes * minute;

/** Until when a session may last at most, however much it is used. */
export const absoluteEnd = (from: Date, hours: number): Date =>
  new Date(from.getTime() + hours * 60 * minute);

/** Wrong passwords until the lock, its length, and after how long single mistakes are forgotten. */
export const lockLimits = { attempts: 5, lockMinutes: 15, forgetMinutes: 15 } as const;

/** Attempts on one name from anywhere that are answered at full speed, and how long they count. */
export const slowLimits = { free: 10, forgetMinutes: 60, mostMilliseconds: 4000 } as const;

/** Wrong attempts so far of one counter. */
export interface Attempts {
  failures: number;
  firstAt: Date;
  lockedUntil: Date | null;
}

/**
 * Takes one attempt before the password is looked at, so that simultaneous attempts can't slip past
 * the limit; success gives it back. The fifth sets the lock at once; an attempt during the lock is
 * refused and does not lengthen it.
 */
export function takeAttempt(
  before: Attempts | null,
  now: Date,
): { allowed: boolean; after: Attempts } {
  if (before?.lockedUntil && before.lockedUntil > now) return { allowed: false, after: before };
  const fresh = before === null || before.lockedUntil !== null || isForgotten(before, now);
  const failures = fresh ? 1 : before.failures + 1;
  const lockedUntil =
    failures >= lockLimits.attempts
      ? new Date(now.getTime() + lockLimits.lockMinutes * minute)
      : null;
  return { allowed: true, after: { failures, firstAt: fresh ? now : before.firstAt, lockedUntil } };
}

function isForgotten({ firstAt }: Attempts, now: Date): boolean {
  return now.getTime() - firstAt.getTime() > lockLimits.forgetMinutes * minute;
}

/** Counts an attempt on a name from anywhere; it never locks. */
export function countOnName(before: Attempts | null, now: Date): Attempts {
  const old =
    before !== null &&
    now.getTime() - before.firstAt.getTime() <= slowLimits.forgetMinutes * minute;
  return {
    failures: old ? before.failures + 1 : 1,
    firstAt: old ? before.firstAt : now,
    lockedUntil: null,
  };
}

/**
 * How long the answer to an attempt is held back, in milliseconds: nothing at first, then growing to
 * four seconds. Each attempt is still checked, so that a stranger's guessing can't lock a colleague out.
 */
export function slowDown(failures: number): number {
  const over = failures - slowLimits.free;
  return over <= 0 ? 0 : Math.min(slowLimits.mostMilliseconds, 250 * 2 ** Math.min(over - 1, 10));
}

/** The form in which names are kept and compared. */
export const normaliseUsername = (typed: string): string =>
  typed.normalize("NFKC").trim().toLowerCase();
