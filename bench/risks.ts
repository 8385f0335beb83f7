/**
 * Early warnings at the size of a province: npm run bench -- --risks [--projects 100000] [--rounds 200]
 *   --reuse-build, --no-record, --port as in run.ts
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import pg from "pg";
import { closeDatabases, database, workAs } from "@/lib/db/client";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { remind } from "@/lib/notices/remind";
import { sweepWarnings } from "@/lib/warnings/sweep";
import { ensureClient } from "@/scripts/lib/build";
import { type House, runHouse, step } from "@/scripts/lib/house";
import { cookieOf, openDatabase, versionOf } from "./database";
import { measure } from "./measure";
import { recordAll } from "./recording";
import { type Sweeps, sweepTable, type Timed, table, writeTable } from "./report";
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
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // The connection is there before it is watched.
  await database().$queryRaw`select 1`;
  const first = await timed(client, () => sweepWarnings(now));
  await client.query("vacuum analyze");
  const again = await timed(client, () => sweepWarnings(now));
  const night = await timed(client, () => sweepWarnings(tomorrow));
  const later = new Date(tomorrow.getTime() + 10 * day);
  const reminders = await timed(client, () => remind(later));
  const noReminders = await timed(client, () => remind(later));
  await client.query("vacuum analyze");
  await client.end();
  await closeDatabases();
  return { first, again, night, reminders, noReminders };
}

/** Wall seconds, and the processor seconds of the jobs' connections and of this process. */
async function timed<T>(client: pg.Client, work: () => Promise<T>): Promise<Timed<T>> {
  const [server, own, begun] = [await serverCpu(client), process.cpuUsage(), performance.now()];
  const answer = await work();
  const seconds = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const cpu = (await serverCpu(client)) - server + (user + system) / 1_000_000;
  return { seconds, cpu, answer };
}

/** What the jobs' server processes have used so far; NaN where the system doesn't tell. */
async function serverCpu(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and usename like '%jobs%'",
  );
  try {
    return rows.reduce((sum, { pid }) => sum + ticksOf(pid), 0) / 100;
  } catch {
    return Number.NaN;
  }
}

/** User and system time of a process, in hundredths of a second (proc(5), fields 14 and 15). */
function ticksOf(pid: number): number {
  const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
  const fields = rest.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

runHouse(async (house) => {
  await main(house);
  await house.close();
  process.exit(0);
});
