/**
 * Measures a production build: npm run bench -- [--projects 10000] [--rounds 200] [--port 4790]
 *   --reuse-build   keeps the copy built last
 *   --no-record     prints the table and leaves bench/README.md
 *   --profile       CPU profile of one target instead of the table: --profile "list, first page"
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { sessionCookie } from "@/lib/accounts/cookies";
import { startTemporary } from "@/lib/db/embedded";
import { prepareDatabase } from "@/lib/db/prepare";
import { env } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { ensureClient } from "@/scripts/lib/build";
import { type House, runHouse, step, typescript } from "@/scripts/lib/house";
import { measure, type Recordings, record } from "./measure";
import { profile } from "./profile";
import { table, writeTable } from "./report";
import { type Seeded, seed } from "./seed/index";
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
  const ownerUrl = await openDatabase(house);
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
    recordAll(house, ownerUrl, seeded, targets),
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

/** A database of its own, with what every installation starts with. */
async function openDatabase(house: House): Promise<string> {
  return step("Starting a database", async () => {
    const server = await startTemporary();
    house.onClose(server.stop);
    process.env.KEHE_EMBEDDED_URL = server.url;
    process.env.NEXTAUTH_SECRET = server.nextAuthSecret;
    process.env.KEHE_ORIGIN = `http://127.0.0.1:${count("port")}`;
    const files = mkdtempSync(join(tmpdir(), "kehe-bench-files-"));
    house.onClose(async () => rmSync(files, { recursive: true, force: true }));
    process.env.KEHE_FILES_DIR = files;
    await prepareDatabase(server.url);
    await house.run(typescript("scripts/load-reference.ts"), "No reference data (see above).");
    return server.url;
  });
}

const cookieOf = async (token: string): Promise<string> =>
  `${sessionCookie()}=${await encode({ token: { sub: token }, secret: env().secret })}`;

async function recordAll(
  house: House,
  ownerUrl: string,
  seeded: Seeded,
  targets: ReturnType<typeof pageTargets>,
): Promise<Recordings> {
  const folder = mkdtempSync(join(tmpdir(), "kehe-bench-record-"));
  const file = join(folder, "statements");
  writeFileSync(file, "");
  const preload = pathToFileURL(join(process.cwd(), "bench", "record.mjs")).href;
  const web = await startServer(house, {
    port: count("port"),
    nodeArguments: ["--import", preload],
    environment: { KEHE_BENCH_RECORD: file },
  });
  const recordings = await record(web.origin, file, targets, {
    cookie: await cookieOf(seeded.districtToken),
    waiting: seeded.waiting,
    ownerUrl,
  });
  await web.stop();
  rmSync(folder, { recursive: true });
  keepStatements(recordings);
  return recordings;
}

/** Leaves what was recorded where it can be read: .cache/bench/statements.json. */
function keepStatements({ pages, command }: Recordings): void {
  const all = { ...Object.fromEntries(pages), command: command?.statements ?? [] };
  writeFileSync(join(".cache", "bench", "statements.json"), JSON.stringify(all, null, 1));
}

async function versionOf(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>("show server_version");
  await client.end();
  return rows[0]?.server_version ?? "?";
}

runHouse(async (house) => {
  await main(house);
  await house.close();
  process.exit(0);
});
