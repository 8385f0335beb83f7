/** npm start: everything from a fresh clone to a served address. */
import { runWithProject } from "./lib/bootstrap.mjs";

await runWithProject("run-kehe.ts", process.argv.slice(2));
