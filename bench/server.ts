import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import type { House } from "@/scripts/lib/house";
import { treeFolder } from "./tree";

export interface WebServer {
  origin: string;
  stop(): Promise<void>;
}

interface Options {
  port: number;
  /** Node's own arguments, such as a preload or the profiler. */
  nodeArguments?: readonly string[];
  environment?: Readonly<Record<string, string>>;
}

/** Starts the production build of the copy and waits until it is healthy. */
export async function startServer(
  house: House,
  { port, nodeArguments = [], environment = {} }: Options,
): Promise<WebServer> {
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [...nodeArguments, "scripts/web.mjs", "--port", String(port), "--hostname", "127.0.0.1"],
    {
      cwd: treeFolder,
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(port),
        KEHE_ORIGIN: origin,
        NEXTAUTH_URL: origin,
        ...environment,
      },
      stdio: ["ignore", "inherit", "inherit"],
    },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  house.onClose(stop);
  await untilHealthy(origin, () => child.exitCode !== null);
  return { origin, stop };
}

async function untilHealthy(origin: string, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 240 && !ended(); tries++) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new SetupProblem("The web server of the bench didn't become healthy (see above).");
}
