import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { SetupProblem } from "@/lib/kernel/setup-problem";

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The lock that Prisma's own `migrate deploy` takes, so the two never run at once. */
const MIGRATION_LOCK = 72707369;

/** As Prisma makes it, so that `prisma migrate deploy` can carry on. */
const BOOKKEEPING = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/**
 * Applies the migrations that the database doesn't have yet, in order, each in one transaction, under a lock.
 * Returns their names. Throws SetupProblem when an applied file has changed or one fails.
 */
export async function migrate(ownerUrl: string, folder = "prisma/migrations"): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(BOOKKEEPING);
    const applied = await readApplied(client);
    checkHistory(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{
    migration_name: string;
    checksum: string;
    finished_at: Date | null;
  }>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new SetupProblem(
      `The migration ${unfinished.migration_name} is recorded as begun and not finished: restore the database from its backup.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function checkHistory(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const here = known.get(name);
    if (here === undefined) {
      throw new SetupProblem(
        `The database has the migration ${name}, which this version of Kehe doesn't know: start the newer version.`,
      );
    }
    if (here !== checksum) {
      throw new SetupProblem(
        `The file of the migration ${name} was changed after it was applied: put the original back and write a new migration.`,
      );
    }
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(sql);
    // The search path and settings of a migration must not leak into the bookkeeping.
    await client.query("reset all");
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupProblem(`The migration ${name} failed and was taken back: ${reason}`);
  }
}
