/** npm test: everything from a fresh clone to "N passed, N failed". */
import { runWithProject } from "./lib/bootstrap.mjs";

await runWithProject("run-tests.ts", process.argv.slice(2));
