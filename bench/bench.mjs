/** npm run bench: speed of a production build, each figure a ratio in one run; see bench/README.md. */
import { runWithProject } from "../scripts/lib/bootstrap.mjs";

await runWithProject("../bench/run.ts", process.argv.slice(2));
