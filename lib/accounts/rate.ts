import { database } from "@/lib/db/client";
import { now as clockNow } from "@/lib/kernel/clock";
import { Refusal } from "@/lib/kernel/errors";

const windowSeconds = 60;

/**
 * Counts one use of a public entry in its minute, in a transaction of its own so that a refused use
 * counts too. Throws 429 with the seconds to wait once `perMinute` is passed.
 */
export async function countUse(key: string, perMinute: number): Promise<void> {
  const now = clockNow();
  const edge = new Date(now.getTime() - windowSeconds * 1000);
  const [row] = await database().$queryRaw<{ count: number; startedAt: Date }[]>`
    insert into rate_counter as c (key, count, window_start)
    values (${key.slice(0, 300)}, 1, ${now})
    on conflict (key) do update set
      count = case when c.window_start <= ${edge} or c.window_start > ${now}
        then 1 else c.count + 1 end,
      window_start = case when c.window_start <= ${edge} or c.window_start > ${now}
        then ${now} else c.window_start end
    returning count, window_start as "startedAt"`;
  if (row === undefined || row.count <= perMinute) return;
  const elapsed = Math.floor((now.getTime() - row.startedAt.getTime()) / 1000);
  throw new Refusal(429, "too_often", {
    params: { retryAfter: Math.max(1, windowSeconds - elapsed) },
  });
}
