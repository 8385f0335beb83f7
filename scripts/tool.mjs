/** Runs scripts/<name>.ts beside a running Kehe or on its own: node scripts/tool.mjs <name> [arguments]. */
import { runWithProject } from "./lib/bootstrap.mjs";

await runWithProject("run-tool.ts", process.argv.slice(2));
