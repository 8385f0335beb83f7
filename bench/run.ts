/**
 * Measures a production build: npm run bench -- [--projects 10000] [--rounds 200] [--port 4790]
 *   --reuse-build   keeps the copy built last
 *   --no-record     prints the table and leaves bench/README.md
 *   --profile       CPU profile of one target instead of the table: --profile "list, first page"
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { ensureClient } from "@/scripts/lib/build";
import { type House, runHouse, step } from "@/scripts/lib/house";
import { cookieOf, openDatabase, versionOf } from "./database";
import { measure } from "./measure";
import { profile } from "./profile";
import { recordAll } from "./recording";
import { table, writeTable } from "./report";
import { seed } from "./seed/index";
import { startServer } from "./server";
import { pageTargets } from "./targets";
import { buildTree } from "./tree";

const { values: given } = parseArgs({
  options: {
    projects: { type: "string", default: "10000" },
    rounds: { type: "string", default: "200" },
    port: { type: "string", default: "4790" },
    "reuse-build": { type: "boolean", default: false },
    "no-record": { type: "boolean", default: false },
    profile: { type: "string" },
  },
});

function count(name: "projects" | "rounds" | "port"): number {
  const value = Number(given[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new SetupProblem(`--${name} is "${given[name]}": give a number.`);
}

const warmup = 30;

async function main(house: House): Promise<void> {
  const projects = count("projects");
  const rounds = count("rounds");
  const begunAt = new Date();
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  delete process.env.DATABASE_URL;
  await ensureClient(house);
  await step("Building a copy with the bare page", () => buildTree(house, given["reuse-build"]));
  const ownerUrl = await openDatabase(house, count("port"));
  // Each round takes two projects: one for the command, one for the replay of its SQL.
  const waiting = Math.min(2 * (rounds + warmup) + 10, projects);
  const seeded = await step(`Making ${projects} projects`, () =>
    seed(ownerUrl, { projects, waiting, now: begunAt }, (done) => {
      if (done % 100_000 === 0) console.log(`  ${done}`);
    }),
  );
  const cookie = await cookieOf(seeded.officerToken);
  const targets = pageTargets(seeded, cookie);
  if (given.profile) {
    await profile(
      house,
      count("port"),
      targets,
      given.profile,
      seeded,
      await cookieOf(seeded.districtToken),
    );
    return;
  }
  const recordings = await step("Recording the statements", () =>
    recordAll(house, ownerUrl, seeded, targets, count("port")),
  );
  const web = await startServer(house, { port: count("port") });
  const before = loadavg()[0] ?? 0;
  const figures = await step(`Measuring ${rounds} rounds`, async () =>
    measure(web.origin, targets, recordings, {
      rounds,
      warmup,
      cookie: await cookieOf(seeded.districtToken),
      waiting: seeded.waiting,
    }),
  );
  const after = loadavg()[0] ?? 0;
  const postgres = await versionOf(ownerUrl);
  const text = table(figures, { projects, rounds, load: { before, after }, begunAt, postgres });
  console.log(`\n${text}`);
  if (!given["no-record"]) writeTable(text);
}

runHouse(async (house) => {
  await main(house);
  await house.close();
  process.exit(0);
});
