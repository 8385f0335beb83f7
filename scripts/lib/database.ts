import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { attachEmbedded, type EmbeddedServer, startEmbedded } from "@/lib/db/embedded";
import { commandOf } from "@/lib/db/embedded/process";
import { prepareDatabase } from "@/lib/db/prepare";
import { env, ownerUrl } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { type House, step, typescript } from "./house";

const holderSchema = z.object({ pid: z.int(), keeps: z.enum(["application", "database"]) });
type Holder = z.infer<typeof holderSchema>;

/** The folder of the embedded installation: database, files, secrets. */
export function dataDir(): string {
  return process.env.DATA_DIR || ".data";
}

/**
 * Makes the environment name a running database: the operator's, or the embedded one, which is started if need be.
 * The embedded one ends with the house unless `npm run db` keeps it.
 */
export async function openDatabase(house: House, keeps: Holder["keeps"]): Promise<void> {
  if (process.env.DATABASE_URL) {
    env();
    return;
  }
  const holder = liveHolder();
  if (holder && (holder.keeps === "application" || keeps === "database")) {
    throw new SetupProblem(
      `Kehe already runs with the data in ${dataDir()} (process ${holder.pid}): stop it first, or set DATA_DIR to another folder.`,
    );
  }
  let starting: Promise<EmbeddedServer> | undefined;
  // Registered before it has started: a Ctrl-C in between must end it too.
  house.onClose(async () => (await starting)?.stop());
  const server = await step("Starting the embedded database", () => {
    starting = startEmbedded({
      dataDir: dataDir(),
      explain: (line) => console.log(`  ${line}`),
      othersAlive: holder !== null,
    });
    return starting;
  });
  if (!holder) hold(house, keeps);
  nameServer(server);
}

/** Makes the environment name the database of a running Kehe. Returns false when none runs. */
export async function joinDatabase(): Promise<boolean> {
  if (process.env.DATABASE_URL) return true;
  const server = existsSync(dataDir()) ? await attachEmbedded(dataDir()) : null;
  if (server) nameServer(server);
  return server !== null;
}

/** Migrations, login roles, job queue and reference data: what every installation has. */
export async function prepare(house: House): Promise<void> {
  const applied = await step("Preparing the database", () => prepareDatabase(ownerUrl()));
  for (const name of applied) console.log(`  applied ${name}`);
  await runIfThere(house, "Loading the reference data", "scripts/load-reference.ts");
}

/**
 * Loads the demonstration once, into the embedded database only. A load that was cut short left half of it,
 * before anybody could work with it: then the database is made anew.
 */
export async function ensureDemonstration(house: House): Promise<void> {
  if (env().production || !existsSync("scripts/load-demo.ts")) return;
  const mark = join(dataDir(), "demonstration");
  const state = existsSync(mark) ? readFileSync(mark, "utf8") : "none";
  if (state === "loading") await beginAnew(house);
  if (state !== "loaded") {
    writeFileSync(mark, "loading");
    await runIfThere(house, "Loading the demonstration (once)", "scripts/load-demo.ts");
    writeFileSync(mark, "loaded");
  }
  process.env.KEHE_DEMO = "1";
}

async function beginAnew(house: House): Promise<void> {
  const url = new URL(ownerUrl());
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  rmSync(join(dataDir(), "files"), { recursive: true, force: true });
  await prepare(house);
}

/** Runs a script of the project with the database's environment; one that doesn't exist is passed over. */
async function runIfThere(house: House, what: string, file: string): Promise<void> {
  if (!existsSync(file)) return;
  await step(what, () => house.run(typescript(file), `${what} failed (see above).`));
}

function nameServer(server: { url: string; nextAuthSecret: string }): void {
  process.env.KEHE_EMBEDDED_URL = server.url;
  process.env.NEXTAUTH_SECRET ||= server.nextAuthSecret;
}

function holderFile(): string {
  return join(dataDir(), "holder.json");
}

function liveHolder(): Holder | null {
  if (!existsSync(holderFile())) return null;
  const parsed = holderSchema.safeParse(JSON.parse(readFileSync(holderFile(), "utf8")));
  if (!parsed.success) return null;
  // Process numbers are used again: only one that runs our script counts.
  return commandOf(parsed.data.pid)?.includes("run-kehe") ? parsed.data : null;
}

function hold(house: House, keeps: Holder["keeps"]): void {
  mkdirSync(dataDir(), { recursive: true });
  writeFileSync(holderFile(), JSON.stringify({ pid: process.pid, keeps } satisfies Holder));
  house.onClose(async () => rmSync(holderFile(), { force: true }));
}
