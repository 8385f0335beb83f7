import { closeDatabases, workAs } from "@/lib/db/client";
import { startJobs } from "@/lib/notices/queue";

workAs("jobs");
const stop = await startJobs((error) => console.error(`jobs: ${error.name}: ${error.message}`));
console.log("jobs: the sweep runs every minute");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    await closeDatabases();
    process.exit(0);
  });
}
