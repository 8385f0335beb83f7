import pg from "pg";
import type { Actor } from "@/lib/access/actor";
import { commandNamed } from "@/lib/commands/registry";
import type { Command } from "@/lib/kernel/command";
import { Refusal } from "@/lib/kernel/errors";
import { execute } from "@/lib/kernel/execute";
import type { World } from "@/test/world";

/** One connection for the fingerprints, whose statements name tables; a file has one world. */
let pool: pg.Pool | null = null;

function poolOf(world: World): pg.Pool {
  if (pool === null) {
    pool = new pg.Pool({ connectionString: world.ownerUrl, max: 1 });
    // The server ends the connection when the file's database is dropped.
    pool.on("error", () => {
      pool = null;
    });
  }
  return pool;
}

/** What came of an attempt; 200 for success. */
export interface Result {
  status: number;
  code: string;
}

/** The command of this name; the run stops where it is missing. */
export function commandOf(name: string): Command {
  const command = commandNamed(name);
  if (command === null) throw new Error(`no command ${name}`);
  return command;
}

/** Tries a command through the one write path; anything but a refusal is thrown on. */
export async function attempt(
  name: string,
  actor: Actor,
  body: unknown,
  key?: string,
): Promise<Result> {
  try {
    await execute(commandOf(name), { actor, body, key });
    return { status: 200, code: "" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, code: error.code };
  }
}

/** The number of the newest event, with the event itself. */
export async function newestEvent(world: World) {
  const [row] = await world.owner.$queryRaw<
    { seq: bigint; command: string | null; outcome: string | null; code: string | null }[]
  >`select h.seq, e.command, e.outcome, e.code from event_head h left join event e on e.seq = h.seq`;
  if (row === undefined) throw new Error("the chain has no head");
  return row;
}

const unwatched = ["event", "event_head", "_prisma_migrations"];

/** Fingerprints: of each table its number of rows and the sum of the hashes of their texts. */
export async function fingerprint(
  world: World,
  options: { projects?: readonly string[]; except?: readonly string[] } = {},
): Promise<Record<string, string>> {
  const watched = (await tablesOf(world)).filter(
    ({ name, guarded }) =>
      !unwatched.includes(name) &&
      !options.except?.includes(name) &&
      (options.projects === undefined || guarded || name === "project"),
  );
  const parts = watched.map(({ name, guarded }) => partOf(name, guarded, options.projects));
  const { rows } = await poolOf(world).query<{ name: string; print: string }>(
    parts.join(" union all "),
  );
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

const tables = new Map<string, { name: string; guarded: boolean }[]>();

async function tablesOf(world: World): Promise<{ name: string; guarded: boolean }[]> {
  const known = tables.get(world.ownerUrl);
  if (known) return known;
  const found = await world.owner.$queryRaw<{ name: string; guarded: boolean }[]>`
    select t.table_name as name, exists (
      select 1 from information_schema.columns c
      where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'project_id'
    ) as guarded
    from information_schema.tables t
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`;
  tables.set(world.ownerUrl, found);
  return found;
}

function partOf(name: string, guarded: boolean, projects?: readonly string[]): string {
  const ids = projects?.map((id) => `'${id}'::uuid`).join(",");
  const where = ids === undefined ? "" : ` where t.${guarded ? "project_id" : "id"} in (${ids})`;
  return `select '${name}' as name, count(*) || ':' ||
    coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as print from "${name}" t${where}`;
}
