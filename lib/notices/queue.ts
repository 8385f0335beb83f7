import { PgBoss } from "pg-boss";
import { roleUrl } from "@/lib/kernel/env";
import { housekeeping } from "./housekeeping";
import { sweep } from "./sweep";

const sweepQueue = "sweep";
const housekeepingQueue = "housekeeping";

/**
 * The job process: pg-boss runs the sweep every minute and keeps a second process from running it
 * at once. Due times are rows; the queue only wakes the sweep. Answers how to stop.
 */
export async function startJobs(onError: (error: Error) => void): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: roleUrl("jobs"), schema: "pgboss", max: 3 });
  boss.on("error", onError);
  await boss.start();
  await boss.createQueue(sweepQueue, { policy: "exclusive", retryLimit: 3 });
  await boss.schedule(sweepQueue, "* * * * *");
  await boss.work(sweepQueue, { pollingIntervalSeconds: 2 }, async () => {
    await sweep();
  });
  await boss.createQueue(housekeepingQueue, { policy: "exclusive", retryLimit: 3 });
  await boss.schedule(housekeepingQueue, "17 3 * * *", null, { tz: "Asia/Shanghai" });
  await boss.work(housekeepingQueue, async () => {
    await housekeeping();
  });
  await boss.send(sweepQueue, {});
  return () => boss.stop({ graceful: true, timeout: 5_000 });
}
