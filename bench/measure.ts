import { statSync } from "node:fs";
import pg from "pg";
import { roleUrl } from "@/lib/kernel/env";
import { Client, scriptBytes } from "./client";
import { type Recorded, readStatements, replay, replayCommand, withoutFrames } from "./replay";
import type { Waiting } from "./seed/projects";
import { bareTarget, commandTarget, type PageTarget } from "./targets";

export interface Spread {
  p50: number;
  p95: number;
}

export interface PageFigures {
  name: string;
  page: Spread;
  sql: Spread;
  statements: number;
  scriptBytes: number;
  htmlBytes: number;
}

export interface Figures {
  bare: Spread;
  bareScriptBytes: number;
  bareHtmlBytes: number;
  pages: PageFigures[];
  command: { name: string; command: Spread; sql: Spread; statements: number } | null;
}

const ownValues = ({ id, callId, officerId, unitId }: Waiting) => [id, callId, officerId, unitId];

/** The statements of each target, from a server that writes down what it sends. */
export interface Recordings {
  pages: ReadonlyMap<string, ReturnType<typeof withoutFrames>>;
  command: Recorded | null;
}

/** Asks each page until its statements stay the same, then the command once. */
export async function record(
  origin: string,
  file: string,
  targets: readonly PageTarget[],
  command: { cookie: string; waiting: Waiting[]; ownerUrl: string },
): Promise<Recordings> {
  const client = new Client(origin);
  const listen = async (work: () => Promise<unknown>) => {
    const from = statSync(file).size;
    await work();
    return withoutFrames(readStatements(file, from));
  };
  const pages = new Map<string, ReturnType<typeof withoutFrames>>();
  for (const target of targets) {
    await ask(client, target);
    await ask(client, target);
    pages.set(target.name, await listen(() => ask(client, target)));
  }
  // The first one finds no prepared statement and a cold cache.
  const first = command.waiting.shift();
  const second = command.waiting.shift();
  let recorded: Recorded | null = null;
  if (first && second) {
    await recommend(client, command.cookie, first.id);
    const begunAt = new Date();
    const statements = await listen(() => recommend(client, command.cookie, second.id));
    const seq = await headOf(command.ownerUrl);
    recorded = { statements, own: ownValues(second), seq, begunAt };
  }
  client.close();
  return { pages, command: recorded };
}

async function headOf(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ seq: string }>("select seq from event_head where id = 1");
  await client.end();
  return rows[0]?.seq ?? "";
}

async function ask(client: Client, { path, cookie, contains, name }: PageTarget): Promise<void> {
  const { status, body } = await client.ask({ path, cookie });
  if (status !== 200 || !body.includes(contains)) {
    throw new Error(`${name}: status ${status}, ${body.length} characters without ${contains}`);
  }
}

async function recommend(client: Client, cookie: string, projectId: string): Promise<number> {
  const { path, body } = commandTarget;
  const answer = await client.ask({ path, cookie, json: body(projectId) });
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return answer.milliseconds;
}

interface Plan {
  rounds: number;
  warmup: number;
  cookie: string;
  waiting: Waiting[];
}

/** Everything once a round, one after the other, so that a busy moment touches all alike. */
export async function measure(
  origin: string,
  targets: readonly PageTarget[],
  recordings: Recordings,
  plan: Plan,
): Promise<Figures> {
  const client = new Client(origin);
  const sql = new pg.Client({ connectionString: roleUrl("app") });
  await sql.connect();
  const tasks = new Map<string, () => Promise<number>>();
  tasks.set(bareTarget.name, async () => (await client.ask(bareTarget)).milliseconds);
  for (const target of targets) {
    const statements = recordings.pages.get(target.name) ?? [];
    tasks.set(target.name, async () => (await client.ask(target)).milliseconds);
    tasks.set(`${target.name} sql`, () => replay(sql, statements));
  }
  const { command } = recordings;
  if (command) {
    const next = () => {
      const project = plan.waiting.shift();
      if (!project) throw new Error("no project waits for the command any more");
      return project;
    };
    tasks.set(commandTarget.name, () => recommend(client, plan.cookie, next().id));
    tasks.set(`${commandTarget.name} sql`, () => replayCommand(sql, command, ownValues(next())));
  }
  const times = await rounds(tasks, plan);
  const spread = (name: string) => spreadOf(times.get(name) ?? []);
  const bare = await client.ask(bareTarget);
  const figures: Figures = {
    bare: spread(bareTarget.name),
    bareScriptBytes: await scriptBytes(origin, bare.body),
    bareHtmlBytes: Buffer.byteLength(bare.body),
    pages: [],
    command: command && {
      name: commandTarget.name,
      command: spread(commandTarget.name),
      sql: spread(`${commandTarget.name} sql`),
      statements: command.statements.length,
    },
  };
  for (const target of targets) {
    const { body } = await client.ask(target);
    figures.pages.push({
      name: target.name,
      page: spread(target.name),
      sql: spread(`${target.name} sql`),
      statements: recordings.pages.get(target.name)?.length ?? 0,
      scriptBytes: await scriptBytes(origin, body),
      htmlBytes: Buffer.byteLength(body),
    });
  }
  client.close();
  await sql.end();
  return figures;
}

async function rounds(
  tasks: ReadonlyMap<string, () => Promise<number>>,
  plan: Pick<Plan, "rounds" | "warmup">,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>([...tasks.keys()].map((name) => [name, []]));
  for (let round = -plan.warmup; round < plan.rounds; round++) {
    for (const [name, task] of tasks) {
      const milliseconds = await task();
      if (round >= 0) times.get(name)?.push(milliseconds);
    }
  }
  return times;
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}
