import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { asAccount, ensureCluster, OWNER, type Postmaster, readPostmaster } from "./cluster";
import { choosePlace, type Place } from "./place";
import { commandOf, freePort, portIsFree } from "./process";
import { loadSecrets, type Secrets, saveSecrets } from "./secrets";

export interface EmbeddedServer {
  /** Connection string of the owner to the application's database. */
  url: string;
  nextAuthSecret: string;
  /** True when the server was already running and is left running by `stop`. */
  borrowed: boolean;
  stop(): Promise<void>;
}

interface Options {
  dataDir: string;
  /** False only for tests: gives up safety against power loss for speed. */
  durable?: boolean;
  explain?: (line: string) => void;
  /** True leaves a server alone that somebody else started and still watches. */
  othersAlive?: boolean;
}

const DATABASE = "kehe";
const START_SECONDS = 60;

/**
 * Starts PostgreSQL in `dataDir`, on loopback and with a password. A server left over by a killed start is taken over;
 * a lock file left over by one is removed. Throws SetupProblem with one sentence.
 */
export async function startEmbedded(options: Options): Promise<EmbeddedServer> {
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const secrets = loadSecrets(dataDir);
  const place = choosePlace(dataDir, secrets.id, options.explain ?? (() => {}));
  ensureCluster(place, secrets.ownerPassword);

  const running = await findRunning(place, secrets);
  const server = running ?? (await launch(place, secrets, dataDir, options.durable ?? true));
  await ensureDatabase(server.port, secrets);
  const borrowed = running !== null && (options.othersAlive ?? false);
  return {
    url: ownerUrl(server.port, secrets, DATABASE),
    nextAuthSecret: secrets.nextAuthSecret,
    borrowed,
    stop: () => (borrowed ? Promise.resolve() : stopServer(server, place)),
  };
}

/** The running server of `dataDir`, or null: for tools beside a running Kehe. */
export async function attachEmbedded(dataDir: string): Promise<EmbeddedServer | null> {
  const folder = resolve(dataDir);
  const master = readPostmaster(join(folder, "postgres"));
  if (!master) return null;
  const secrets = loadSecrets(folder);
  if (!(await answers(master.port, secrets))) return null;
  return {
    url: ownerUrl(master.port, secrets, DATABASE),
    nextAuthSecret: secrets.nextAuthSecret,
    borrowed: true,
    stop: () => Promise.resolve(),
  };
}

function ownerUrl(port: number, secrets: Secrets, database: string): string {
  return `postgresql://${OWNER}:${secrets.ownerPassword}@127.0.0.1:${port}/${database}`;
}

async function findRunning(place: Place, secrets: Secrets): Promise<Postmaster | null> {
  const master = readPostmaster(place.cluster);
  if (!master) return null;
  const command = commandOf(master.pid);
  if (!command?.includes("postgres")) {
    rmSync(join(place.cluster, "postmaster.pid"), { force: true });
    return null;
  }
  // It may be starting up or recovering from a crash: then it answers soon.
  for (let tries = 0; tries < START_SECONDS * 5; tries++) {
    if (await answers(master.port, secrets)) return master;
    if (!commandOf(master.pid)) return null;
    await pause(200);
  }
  throw new SetupProblem(
    `A database server (process ${master.pid}) holds ${place.cluster} but doesn't answer: end it and start again.`,
  );
}

async function answers(port: number, secrets: Secrets): Promise<boolean> {
  if (port === 0) return false;
  const client = new pg.Client({
    connectionString: ownerUrl(port, secrets, "postgres"),
    connectionTimeoutMillis: 3000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch(
  place: Place,
  secrets: Secrets,
  dataDir: string,
  durable: boolean,
): Promise<Postmaster> {
  const port = secrets.port && (await portIsFree(secrets.port)) ? secrets.port : await freePort();
  if (port !== secrets.port) saveSecrets(dataDir, { ...secrets, port });
  const logFile = join(dataDir, "postgres.log");
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(
    join(place.bin, "postgres"),
    ["-D", place.cluster, ...settings(port, durable)],
    {
      ...asAccount(place),
      // Its own group: Ctrl-C in the terminal must reach the application first and the database last.
      detached: true,
      stdio: ["ignore", log, log],
    },
  );
  closeSync(log);
  child.unref();
  await untilReady(child, port, secrets, logFile);
  return { pid: child.pid ?? 0, port };
}

function settings(port: number, durable: boolean): string[] {
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    password_encryption: "scram-sha-256",
    max_connections: "100",
    shared_buffers: "128MB",
    ...(durable
      ? {}
      : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function untilReady(
  child: ChildProcess,
  port: number,
  secrets: Secrets,
  logFile: string,
): Promise<void> {
  let ended: string | null = null;
  child.once("error", (error) => {
    ended = error.message;
  });
  const onExit = () => {
    ended ??= lastLine(logFile);
  };
  child.once("exit", onExit);
  for (let tries = 0; tries < START_SECONDS * 10; tries++) {
    if (ended !== null) break;
    if (await answers(port, secrets)) {
      // From here on its end is a stop, after which the log may be gone.
      child.off("exit", onExit);
      return;
    }
    await pause(100);
  }
  throw new SetupProblem(
    `The embedded database didn't start: ${ended ?? `no answer in ${START_SECONDS} s`} (see ${logFile}).`,
  );
}

function lastLine(file: string): string {
  return readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "no message";
}

async function ensureDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(port, secrets, "postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(DATABASE)}`);
  } finally {
    await client.end();
  }
}

async function stopServer(server: Postmaster, place: Place): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(join(place.bin, "pg_ctl"), ["-D", place.cluster, "-m", "fast", "stop"]);
    return;
  }
  // INT ends sessions and writes a checkpoint; QUIT is the way out if that hangs, and the next start recovers.
  for (const [signal, seconds] of [
    ["SIGINT", 7],
    ["SIGQUIT", 2],
  ] as const) {
    if (!signalTo(server.pid, signal)) return;
    if (await untilGone(place.cluster, server.pid, seconds)) return;
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(cluster: string, pid: number, seconds: number): Promise<boolean> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    if (readPostmaster(cluster)?.pid !== pid) return true;
    await pause(50);
  }
  return false;
}
