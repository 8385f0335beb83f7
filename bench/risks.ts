/**
 * Early warnings at the size of a province: npm run bench -- --risks [--projects 100000] [--rounds 200]
 *   --reuse-build, --no-record, --port as in run.ts
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDatabases, workAs } from "@/lib/db/client";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { remind } from "@/lib/notices/remind";
import { sweepWarnings } from "@/lib/warnings/sweep";
import { ensureClient } from "@/scripts/lib/build";
import { type House, runHouse, step } from "@/scripts/lib/house";
import { cookieOf, openDatabase, versionOf } from "./database";
import { measure } from "./measure";
import { recordAll } from "./recording";
import { type Sweeps, sweepTable, table, writeTable } from "./report";
import { seedRisks } from "./seed/risks";
import { startServer } from "./server";
import { riskTargets } from "./targets";
import { buildTree } from "./tree";

const { values: given } = parseArgs({
  options: {
    projects: { type: "string", default: "100000" },
    rounds: { type: "string", default: "200" },
    port: { type: "string", default: "4791" },
    "reuse-build": { type: "boolean", default: false },
    "no-record": { type: "boolean", default: false },
  },
});

function count(name: "projects" | "rounds" | "port"): number {
  const value = Number(given[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new SetupProblem(`--${name} is "${given[name]}": give a number.`);
}

async function main(house: House): Promise<void> {
  const [projects, rounds, port] = [count("projects"), count("rounds"), count("port")];
  const begunAt = new Date();
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  delete process.env.DATABASE_URL;
  await ensureClient(house);
  await step("Building a copy with the bare page", () => buildTree(house, given["reuse-build"]));
  const ownerUrl = await openDatabase(house, port);
  const seeded = await step(`Making ${projects} running projects`, () =>
    seedRisks(ownerUrl, { projects, now: begunAt }),
  );
  console.log(`  ${seeded.cells} cells`);
  const sweeps = await step("Sweeping", () => sweepsOf(ownerUrl, begunAt));
  const cookies = {
    officer: await cookieOf(seeded.officerToken),
    district: await cookieOf(seeded.districtToken),
  };
  const targets = riskTargets(cookies);
  const waiting = { districtToken: seeded.districtToken, waiting: [] };
  const recordings = await step("Recording the statements", () =>
    recordAll(house, ownerUrl, waiting, targets, port),
  );
  const web = await startServer(house, { port });
  const before = loadavg()[0] ?? 0;
  const figures = await step(`Measuring ${rounds} rounds`, () =>
    measure(web.origin, targets, recordings, {
      rounds,
      warmup: 30,
      cookie: cookies.district,
      waiting: [],
    }),
  );
  const after = loadavg()[0] ?? 0;
  const postgres = await versionOf(ownerUrl);
  const about = { projects, rounds, load: { before, after }, begunAt, postgres };
  const text = `${table(figures, about)}\n\n${sweepTable(sweeps, seeded.cells)}`;
  console.log(`\n${text}`);
  if (!given["no-record"]) writeTable(text, "risks");
}

const day = 86_400_000;

/** The first round, which raises everything; a repeated call; the next night's round; a minute's reminders. */
async function sweepsOf(ownerUrl: string, now: Date): Promise<Sweeps> {
  workAs("jobs");
  const tomorrow = new Date(now.getTime() + day);
  const first = await timed(() => sweepWarnings(now));
  await onServer(ownerUrl, "vacuum analyze");
  const again = await timed(() => sweepWarnings(now));
  const night = await timed(() => sweepWarnings(tomorrow));
  const later = new Date(tomorrow.getTime() + 10 * day);
  const reminders = await timed(() => remind(later));
  const noReminders = await timed(() => remind(later));
  await onServer(ownerUrl, "vacuum analyze");
  await closeDatabases();
  return { first, again, night, reminders, noReminders };
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; answer: T }> {
  const begun = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - begun) / 1_000, answer };
}

async function onServer(ownerUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

runHouse(async (house) => {
  await main(house);
  await house.close();
  process.exit(0);
});
