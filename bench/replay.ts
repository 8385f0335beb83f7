import { readFileSync } from "node:fs";
import type pg from "pg";
import { z } from "zod";
import { newId } from "@/lib/kernel/ids";

const statement = z.object({
  text: z.string(),
  values: z.array(z.unknown()),
  name: z.string().nullable(),
});

/** A statement as the application sent it. */
export type Statement = z.output<typeof statement>;

/** What the recording server has written since a place in the file, in bytes. */
export function readStatements(file: string, from: number): Statement[] {
  return readFileSync(file)
    .subarray(from)
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => statement.parse(JSON.parse(line)));
}

const frame = /^\s*(begin|commit|rollback|start transaction)\b/i;

/** The statements without their own transactions: the replay puts one around all. */
export const withoutFrames = (statements: readonly Statement[]): Statement[] =>
  statements.filter(({ text }) => !frame.test(text));

type Substitute = (value: unknown) => unknown;
const same: Substitute = (value) => value;
const asText = { getTypeParser: () => (text: string) => text };

/** Sends the statements one after the other in one transaction; answers the milliseconds. */
export async function replay(
  client: pg.Client,
  statements: readonly Statement[],
  substitute: Substitute = same,
  seen: (text: string, rows: unknown[]) => void = () => {},
): Promise<number> {
  const begun = performance.now();
  await client.query("BEGIN");
  for (const { text, values, name } of statements) {
    const answer = await client.query({
      text,
      values: values.map(substitute),
      ...(name === null ? {} : { name }),
      rowMode: "array",
      types: asText,
    });
    seen(text, answer.rows);
  }
  await client.query("COMMIT");
  return performance.now() - begun;
}

/** What in a recorded command belongs to its project and its moment. */
export interface Recorded {
  statements: readonly Statement[];
  /** Values of the recorded project, in the order of the ones that take their place. */
  own: readonly (string | null)[];
  /** The event's number. */
  seq: string;
  begunAt: Date;
}

/** Replays a recorded command on another project: new row ids, and the number that the chain gives. */
export function replayCommand(
  client: pg.Client,
  recorded: Recorded,
  own: readonly (string | null)[],
): Promise<number> {
  const places = new Map(recorded.own.map((value, at) => [value, own[at] ?? null]));
  const fresh = new Map<string, string>();
  let seq = recorded.seq;
  const one: Substitute = (value) => {
    if (Array.isArray(value)) return value.map(one);
    if (typeof value !== "string" && typeof value !== "number") return value;
    const text = String(value);
    if (text === recorded.seq) return seq;
    if (places.has(text)) return places.get(text);
    if (!madeSince(text, recorded.begunAt)) return value;
    const id = fresh.get(text) ?? newId();
    fresh.set(text, id);
    return id;
  };
  return replay(client, recorded.statements, one, (text, rows) => {
    const first = rows[0];
    if (/event_head.*returning/is.test(text) && Array.isArray(first)) seq = String(first[0]);
  });
}

/** Is this an id that was made (UUID version 7) since that instant? */
function madeSince(text: string, instant: Date): boolean {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)) return false;
  return Number.parseInt(text.replace("-", "").slice(0, 12), 16) >= instant.getTime();
}
