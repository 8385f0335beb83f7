/**
 * Loads the demonstration and the paper's reference set into the embedded database, once: npm start
 * runs it on an empty database and makes a half-loaded one anew.
 */

import { closeDatabases, database } from "@/lib/db/client";
import { env } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { loadPaper } from "@/lib/library/paper/load";
import { loadDemonstration } from "@/prisma/demo/load";

if (env().production) {
  throw new SetupProblem("The demonstration is loaded into the embedded database only.");
}
// A load that is cut short is made anew, so its commits needn't wait for the disk; the last one does.
process.env.PGOPTIONS = "-c synchronous_commit=off";
const begun = performance.now();
const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
try {
  const commands = await loadDemonstration((line) => console.log(`  ${seconds()}  ${line}`));
  await database().$transaction(
    async (tx) => {
      await tx.$executeRaw`set local synchronous_commit = on`;
      await loadPaper(tx);
    },
    { timeout: 60_000 },
  );
  console.log(`  ${seconds()}  ${commands} commands ran`);
} finally {
  await closeDatabases();
}
