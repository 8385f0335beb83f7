/** npm run bench: speed of a production build, each figure a ratio in one run; see bench/README.md. */
import { runWithProject } from "../scripts/lib/bootstrap.mjs";

const given = process.argv.slice(2);
const risks = given.includes("--risks");
await runWithProject(
  risks ? "../bench/risks.ts" : "../bench/run.ts",
  given.filter((argument) => argument !== "--risks"),
);
