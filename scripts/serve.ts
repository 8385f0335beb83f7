/**
 * One part of Kehe on an operator's database, as containers run it. DATABASE_URL and NEXTAUTH_SECRET are required.
 *   node --import tsx scripts/serve.ts migrate   migrations, login roles, reference data; ends
 *   node --import tsx scripts/serve.ts app       the web server
 *   node --import tsx scripts/serve.ts jobs      reminders and other timed work
 *   node --import tsx scripts/serve.ts admin-create   links for the first administrators; ends
 *   node --import tsx scripts/serve.ts audit-verify   walks the audit chain; ends with 1 where it is broken
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

/** A script that does its work and ends. */
const tool = (file: string, sentence: string) => async (house: House) => {
  await house.run(typescript(file), sentence);
  await house.close();
  process.exit(0);
};

const parts: Record<string, (house: House) => Promise<void>> = {
  migrate,
  app,
  jobs,
  "admin-create": tool("scripts/admin-create.ts", "No link was made (see above)."),
  "audit-verify": tool("scripts/audit-verify.ts", "The audit chain was not verified (see above)."),
};

runHouse(async (house) => {
  const name = process.argv[2] ?? "";
  const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (!part) throw new SetupProblem(`Say which part to run: ${Object.keys(parts).join(", ")}.`);
  if (!process.env.DATABASE_URL) {
    throw new SetupProblem("Set DATABASE_URL to your PostgreSQL, or use npm start for a trial.");
  }
  return part(house);
});
