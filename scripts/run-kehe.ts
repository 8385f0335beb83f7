/**
 * The whole of Kehe in one terminal.
 *   (nothing)   build if needed, database, data, jobs, web: npm start
 *   --dev       the same with Next's development server: npm run dev
 *   --database  only the database, migrated and kept open: npm run db
 */

import { existsSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { portIsFree } from "@/lib/db/embedded";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { ensureBuild, ensureClient } from "./lib/build";
import { ensureDemonstration, openDatabase, prepare } from "./lib/database";
import { command, type House, runHouse, typescript } from "./lib/house";

const READY_SECONDS = 90;
const { values: options } = parseArgs({
  options: { dev: { type: "boolean" }, database: { type: "boolean" } },
});
const begun = performance.now();

function port(): number {
  const given = Number(process.env.PORT || 3000);
  if (Number.isInteger(given) && given > 0 && given < 65536) return given;
  throw new SetupProblem(`PORT is "${process.env.PORT}": set it to a number from 1 to 65535.`);
}

function host(): string {
  return process.env.HOST || "127.0.0.1";
}

async function serve(house: House): Promise<void> {
  if (!(await portIsFree(port(), host()))) {
    throw new SetupProblem(
      `Port ${port()} on ${host()} is in use: stop what listens there, or set PORT to another number.`,
    );
  }
  await openDatabase(house, "application");
  await ensureClient(house);
  await prepare(house);
  if (!options.dev) await ensureBuild(house);
  await ensureDemonstration(house);
  setAddress();
  await startWeb(house);
  startJobs(house);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\nKehe is ready at ${address()} (${seconds} s). Ctrl-C stops it.`);
}

/** Where people reach it. Without a public origin both names of this machine must work for sign-in. */
function setAddress(): void {
  const given = process.env.KEHE_ORIGIN || process.env.NEXTAUTH_URL;
  if (given) process.env.NEXTAUTH_URL = given;
  else process.env.AUTH_TRUST_HOST = "true";
  process.env.PORT = String(port());
}

function address(): string {
  return process.env.NEXTAUTH_URL || `http://127.0.0.1:${port()}`;
}

async function startWeb(house: House): Promise<void> {
  const args = ["--port", String(port()), "--hostname", host()];
  const program = options.dev
    ? command("next", "dist/bin/next", "dev", ...args)
    : ["scripts/web.mjs", ...args];
  const web = house.spawn(program, {
    ...process.env,
    NODE_ENV: options.dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  web.once("exit", async () => {
    if (house.closing) return;
    process.stderr.write("\nThe web server ended by itself (see above): Kehe stops.\n");
    await house.close();
    process.exit(1);
  });
  const local = host() === "0.0.0.0" || host() === "::" ? "127.0.0.1" : host();
  await untilHealthy(`http://${local}:${port()}/api/health`);
}

async function untilHealthy(url: string): Promise<void> {
  let last = "no answer";
  for (let tries = 0; tries < READY_SECONDS * 4; tries++) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (answer.ok) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 200)}`;
    } catch {
      last = "no answer";
    }
    await pause(250);
  }
  throw new SetupProblem(`The web server isn't healthy after ${READY_SECONDS} s: ${last}`);
}

/** The jobs run beside the web and come back if they fall. */
function startJobs(house: House): void {
  if (!existsSync("scripts/jobs.ts")) return;
  const jobs = house.spawn(typescript("scripts/jobs.ts"));
  jobs.once("exit", async (code) => {
    if (house.closing) return;
    process.stderr.write(`The jobs process ended (${code}); it is started again.\n`);
    await pause(2000);
    if (!house.closing) startJobs(house);
  });
}

async function keepDatabase(house: House): Promise<void> {
  await openDatabase(house, "database");
  await ensureClient(house);
  await prepare(house);
  await ensureDemonstration(house);
  console.log("\nThe database is ready. Ctrl-C stops it.");
  await new Promise(() => setInterval(() => {}, 60_000));
}

runHouse(options.database ? keepDatabase : serve);
