import type pg from "pg";

/** One row of a table, by Prisma's names; objects and arrays of JSON columns included. */
export type Row = Readonly<Record<string, unknown>>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/** Inserts rows of one shape in one statement; columns that they leave out get their defaults. */
export async function insertRows(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const names = Object.keys(first).map((name) => client.escapeIdentifier(snake(name)));
  const given = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  );
  const target = client.escapeIdentifier(table);
  const columns = names.join(", ");
  await client.query(
    `insert into ${target} (${columns})
     select ${columns} from json_populate_recordset(null::${target}, $1)`,
    [JSON.stringify(given)],
  );
}

/** An id in the form of UUID version 7 whose time is long past, so that ids made by a command stand out. */
export function rowId(kind: number, n: number): string {
  const time = (1_400_000_000_000 + n).toString(16).padStart(12, "0");
  const tail = n.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kind.toString(16).padStart(3, "0")}-8000-${tail}`;
}

/** The same "random" numbers in each run, so that two runs measure the same data (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws from weighted choices. */
export function weighted<T>(choices: ReadonlyArray<readonly [T, number]>, at: number): T {
  const all = choices.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * all;
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  const last = choices.at(-1);
  if (last === undefined) throw new Error("nothing to draw from");
  return last[0];
}
