/**
 * One part of Kehe on an operator's database, as containers run it. DATABASE_URL and NEXTAUTH_SECRET are required.
 *   node --import tsx scripts/serve.ts migrate   migrations, login roles, reference data; ends
 *   node --import tsx scripts/serve.ts app       the web server
 *   node --import tsx scripts/serve.ts jobs      reminders and other timed work
 */
import { env } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { prepare } from "./lib/database";
import { type House, runHouse, typescript } from "./lib/house";

async function migrate(house: House): Promise<void> {
  await prepare(house);
  await house.close();
  process.exit(0);
}

async function app(house: House): Promise<void> {
  process.env.NEXTAUTH_URL ||= env().origins[0];
  const host = process.env.HOST || "0.0.0.0";
  const args = ["--port", String(env().port), "--hostname", host];
  await house.run(["scripts/web.mjs", ...args], "The web server ended by itself.");
}

async function jobs(house: House): Promise<void> {
  await house.run(typescript("scripts/jobs.ts"), "The jobs process ended by itself.");
}

const parts: Record<string, (house: House) => Promise<void>> = { migrate, app, jobs };

runHouse(async (house) => {
  const part = parts[process.argv[2] ?? ""];
  if (!part) throw new SetupProblem("Say which part to run: migrate, app or jobs.");
  if (!process.env.DATABASE_URL) {
    throw new SetupProblem("Set DATABASE_URL to your PostgreSQL, or use npm start for a trial.");
  }
  return part(house);
});
