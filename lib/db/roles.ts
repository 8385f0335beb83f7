import pg from "pg";
import { DATABASE_ROLES, type DatabaseRole, roleName, rolePassword } from "@/lib/kernel/env";
import { SetupProblem } from "@/lib/kernel/setup-problem";

type Privilege = "select" | "insert" | "update" | "delete";

const READ: readonly Privilege[] = ["select"];
const ADD: readonly Privilege[] = ["select", "insert"];
const CHANGE: readonly Privilege[] = ["select", "insert", "update"];
const ALL: readonly Privilege[] = ["select", "insert", "update", "delete"];

/** Tables that app and jobs may not treat like any other; nobody has TRUNCATE. */
const EXCEPTIONS: Readonly<Record<string, readonly Privilege[]>> = {
  event: ADD,
  event_head: ["select", "update"],
  security_log: ADD,
  _prisma_migrations: READ,
};

/** All that the sign-in role reaches: it sees accounts and sessions and no business at all. */
const SIGN_IN: Readonly<Record<string, readonly Privilege[]>> = {
  user_account: ["select", "update"],
  membership: READ,
  session: CHANGE,
  login_counter: ALL,
  known_browser: ALL,
  rate_counter: ALL,
  security_log: ADD,
};

/** The schema in which the job queue keeps its own tables; the jobs role makes them. */
export const QUEUE_SCHEMA = "pgboss";

/**
 * Creates the login roles or renews their passwords, and grants each exactly its rights on today's tables.
 * Idempotent; run after each migration. Throws SetupProblem when the owner may not create roles.
 */
export async function ensureRoles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    // Roles belong to the whole cluster: two databases that are set up at once take turns.
    await client.query("select pg_advisory_xact_lock(hashtext('kehe roles'))");
    for (const role of DATABASE_ROLES) await ensureLogin(client, role);
    await grantAll(client);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw explained(error);
  } finally {
    await client.end();
  }
}

function explained(error: unknown): unknown {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  if (code !== "42501") return error;
  return new SetupProblem(
    "The user of DATABASE_URL may not create the roles that Kehe connects as: give it CREATEROLE and ownership of the database.",
  );
}

async function ensureLogin(client: pg.Client, role: DatabaseRole): Promise<void> {
  const name = roleName(role);
  const found = await client.query("select 1 from pg_roles where rolname = $1", [name]);
  const verb = found.rowCount === 0 ? "create" : "alter";
  const password = client.escapeLiteral(rolePassword(role));
  await client.query(`${verb} role ${client.escapeIdentifier(name)} login password ${password}`);
}

async function grantAll(client: pg.Client): Promise<void> {
  const [app, jobs, signin] = DATABASE_ROLES.map((role) => client.escapeIdentifier(roleName(role)));
  await client.query("revoke create on schema public from public");
  await client.query(`revoke all on all tables in schema public from ${app}, ${jobs}, ${signin}`);
  await client.query(`grant usage on schema public to ${app}, ${jobs}, ${signin}`);
  await client.query(`grant usage on all sequences in schema public to ${app}, ${jobs}`);
  for (const table of await tableNames(client)) {
    await grant(client, table, EXCEPTIONS[table] ?? ALL, `${app}, ${jobs}`);
    await grant(client, table, SIGN_IN[table] ?? [], `${signin}`);
  }
  // Only the jobs remove what is past its keep time.
  await grant(client, "security_log", ["delete"], `${jobs}`);
  await grantQueue(client, `${app}`, `${jobs}`);
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  return rows.map(({ name }) => name);
}

async function grant(
  client: pg.Client,
  table: string,
  privileges: readonly Privilege[],
  roles: string,
): Promise<void> {
  if (privileges.length === 0) return;
  await client.query(
    `grant ${privileges.join(", ")} on ${client.escapeIdentifier(table)} to ${roles}`,
  );
}

/**
 * The queue's schema belongs to the owner, the tables in it to the jobs role, which makes and changes them itself.
 * The app enqueues in its own transactions. The owner becomes a member of the jobs role so that it may grant.
 */
async function grantQueue(client: pg.Client, app: string, jobs: string): Promise<void> {
  await client.query(`grant ${jobs} to current_user`);
  await client.query(`create schema if not exists ${QUEUE_SCHEMA}`);
  await client.query(`grant usage, create on schema ${QUEUE_SCHEMA} to ${jobs}`);
  await client.query(`grant usage on schema ${QUEUE_SCHEMA} to ${app}`);
  const rights = "select, insert, update, delete";
  const later = `alter default privileges for role ${jobs} in schema ${QUEUE_SCHEMA} grant`;
  await client.query(`grant ${rights} on all tables in schema ${QUEUE_SCHEMA} to ${app}`);
  await client.query(`${later} ${rights} on tables to ${app}`);
}
