/** Loads what every installation starts with; run at each start, changes nothing that is there. */

import { closeDatabases, database } from "@/lib/db/client";
import { env } from "@/lib/kernel/env";
import { loadReference } from "@/lib/reference/load";

try {
  const demonstration = !env().production;
  await database().$transaction((tx) => loadReference(tx, { demonstration }), {
    timeout: 60_000,
  });
} finally {
  await closeDatabases();
}
