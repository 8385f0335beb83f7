import pg from "pg";
import { PgBoss } from "pg-boss";
import { roleUrl } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { migrate } from "./migrate";
import { ensureRoles, QUEUE_SCHEMA } from "./roles";

/**
 * Brings a database to this version: migrations, login roles, job queue. Safe to repeat and to run twice at once.
 * Returns the names of the migrations that were applied. Throws SetupProblem with one sentence.
 */
export async function prepareDatabase(ownerUrl: string): Promise<string[]> {
  await checkReachable(ownerUrl);
  const applied = await migrate(ownerUrl);
  await ensureRoles(ownerUrl);
  await installQueue();
  return applied;
}

/** Throws SetupProblem when nobody answers at the address or the login is refused; the password is not shown. */
async function checkReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    const place = `${hostname}:${port || 5432}${pathname}`;
    throw new SetupProblem(`The database at ${place} can't be reached: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

async function installQueue(): Promise<void> {
  const queue = new PgBoss({
    connectionString: roleUrl("jobs"),
    schema: QUEUE_SCHEMA,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  queue.on("error", () => {});
  await queue.start();
  await queue.stop({ graceful: false });
}
