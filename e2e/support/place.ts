import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { z } from "zod";

const placeShape = z.object({ url: z.string(), clockFile: z.string(), ownerUrl: z.string() });
const START_SECONDS = 120;

/** A running Kehe of one journey. */
export interface Kehe {
  url: string;
  ownerUrl: string;
  /** The present instant of its clock. */
  now: () => Date;
  /** Moves its clock to an instant, or to 10:00 in Shanghai of a day 'YYYY-MM-DD'. */
  setClock: (to: string | Date) => void;
  stop: () => Promise<void>;
}

/** Starts a Kehe of one's own; the clock begins at 10:00 in Shanghai of the day. */
export async function startKehe(day: string): Promise<Kehe> {
  const begin = instantOf(day);
  const child = fork("e2e/support/serve.ts", [begin.toISOString()], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const place = placeShape.parse(await firstMessage(child));
  let instant = begin;
  return {
    url: place.url,
    ownerUrl: place.ownerUrl,
    now: () => instant,
    setClock: (to) => {
      instant = typeof to === "string" ? instantOf(to) : to;
      writeFileSync(place.clockFile, instant.toISOString());
    },
    stop: () => end(child),
  };
}

const instantOf = (day: string): Date => new Date(`${day}T02:00:00Z`);

/** The starter's one message; what it printed when it ends or stays silent instead. */
function firstMessage(child: ChildProcess): Promise<unknown> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: Buffer) => {
      said = `${said}${text}`.slice(-8000);
      if (process.env.KEHE_E2E_LOG) process.stderr.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${said}`));
    const timer = setTimeout(() => fail("Kehe did not start in time."), START_SECONDS * 1000);
    child.once("message", (message) => {
      clearTimeout(timer);
      resolve(message);
    });
    child.once("exit", () => {
      clearTimeout(timer);
      fail("Kehe ended while it started.");
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  await gone;
}
