import { database } from "@/lib/db/client";
import { sweepFiles } from "@/lib/documents/sweep";
import { now as clockNow } from "@/lib/kernel/clock";

const dayMilliseconds = 86_400_000;

/** How long the security log is kept, in days: network logs at least six months (网络安全法 Art. 21). */
const securityLogDays = 200;

/** How long an answer is kept for a repeated request, in days. */
const repeatDays = 7;

/**
 * Once a day: bytes that nothing names, counters whose time is long over, and rows past their keep
 * time. Works as the jobs' login role, which alone may delete from the security log. Safe to repeat.
 */
export async function housekeeping(): Promise<void> {
  const now = clockNow();
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
  await sweepFiles(now);
  await database().loginCounter.deleteMany({
    where: {
      firstAt: { lt: daysAgo(1) },
      OR: [{ lockedUntil: null }, { lockedUntil: { lt: now } }],
    },
  });
  await database().rateCounter.deleteMany({ where: { windowStart: { lt: daysAgo(1) } } });
  await database().idempotencyKey.deleteMany({ where: { at: { lt: daysAgo(repeatDays) } } });
  await database().securityLog.deleteMany({ where: { at: { lt: daysAgo(securityLogDays) } } });
}
