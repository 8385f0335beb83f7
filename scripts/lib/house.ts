import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SetupProblem } from "@/lib/kernel/setup-problem";

const require = createRequire(join(process.cwd(), "package.json"));
const GRACE_MS = 5000;

type Stopper = () => Promise<void>;

/**
 * Keeps what a start has begun, so that one signal ends all of it in reverse order:
 * first what serves, last the database.
 */
export class House {
  readonly #stoppers: Stopper[] = [];
  #closing: Promise<void> | undefined;

  /** True once the house is closing: a child's end is then no failure. */
  get closing(): boolean {
    return this.#closing !== undefined;
  }

  onClose(stopper: Stopper): void {
    this.#stoppers.push(stopper);
  }

  close(): Promise<void> {
    this.#closing ??= (async () => {
      for (const stop of this.#stoppers.reverse()) await stop().catch(() => {});
    })();
    return this.#closing;
  }

  /** Runs a program of the project in its own process group and on a leash. */
  spawn(args: string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
    const leash = join(process.cwd(), "scripts/lib/leash.mjs");
    const child = spawn(process.execPath, ["--import", leash, ...args], {
      env: { ...env, KEHE_LEASH: String(process.pid) },
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.onClose(() => end(child));
    return child;
  }

  /** Runs a program to its end. Throws SetupProblem with the sentence when it fails. */
  async run(args: string[], sentence: string): Promise<void> {
    const child = this.spawn(args);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("exit", resolve);
      child.once("error", reject);
    });
    if (this.closing) await new Promise(() => {});
    if (code !== 0) throw new SetupProblem(sentence);
  }
}

/** Arguments that make Node run a TypeScript file of the project. */
export function typescript(file: string, ...args: string[]): string[] {
  return ["--import", require.resolve("tsx"), file, ...args];
}

/** Arguments that make Node run a package's command. */
export function command(packageName: string, file: string, ...args: string[]): string[] {
  return [join(process.cwd(), "node_modules", packageName, file), ...args];
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = await Promise.race([gone.then(() => false), pause(GRACE_MS, true, { ref: false })]);
  if (!late) return;
  child.kill("SIGKILL");
  await gone;
}

/**
 * Runs a script's main part: SIGINT and SIGTERM close the house and exit with 0,
 * a SetupProblem is told in one sentence with exit code 1.
 */
export function runHouse(main: (house: House) => Promise<void>): void {
  const house = new House();
  const leave = async (code: number) => {
    await house.close();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => leave(0));
  if (process.channel) {
    process.on("disconnect", () => leave(0));
    process.channel.unref();
  }
  main(house).catch((error: unknown) => {
    if (house.closing) return;
    const text = error instanceof SetupProblem ? error.message : String(stackOf(error));
    process.stderr.write(`\n${text}\n`);
    return leave(1);
  });
}

function stackOf(error: unknown): unknown {
  return error instanceof Error ? (error.stack ?? error.message) : error;
}

/** Prints what a step does and how long it took; silent steps say every ten seconds that they go on. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  console.log(`${what} …`);
  const beat = setInterval(() => console.log(`  still at it, ${seconds()}`), 10_000);
  try {
    const result = await work();
    console.log(`  done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}
