import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";

const SETUP_MS = 60_000;

/**
 * Gives the calling test file a database of its own: a copy of the migrated, otherwise empty template.
 * Call it at the top of the file; from then on `database()` and `env()` mean this copy. Dropped afterwards.
 * Returns the owner's connection string, for what only an owner can do.
 */
export function useDatabase(): { ownerUrl: string } {
  const template = new URL(inject("templateUrl"));
  const own = new URL(template);
  const name = `test_${randomBytes(6).toString("hex")}`;
  own.pathname = `/${name}`;
  process.env.KEHE_EMBEDDED_URL = own.href;
  process.env.NEXTAUTH_SECRET = inject("nextAuthSecret");
  delete process.env.DATABASE_URL;

  beforeAll(async () => {
    const from = template.pathname.slice(1);
    await onServer(template, (client) =>
      client.query(
        `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(from)}`,
      ),
    );
  }, SETUP_MS);

  afterAll(async () => {
    const { closeDatabases } = await import("@/lib/db/client");
    await closeDatabases();
    await onServer(template, (client) =>
      client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
    );
  }, SETUP_MS);

  return { ownerUrl: own.href };
}

async function onServer(
  template: URL,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
