/** Loads the optional reference set of the paper; a production installation leaves it out. */

import { closeDatabases, database } from "@/lib/db/client";
import { loadPaper } from "@/lib/library/paper/load";

try {
  await database().$transaction((tx) => loadPaper(tx), { timeout: 60_000 });
} finally {
  await closeDatabases();
}
