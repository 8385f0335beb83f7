/**
 * One Kehe for one journey: a temporary database, reference data, accounts and an open call, the
 * production build on a port of its own, and a clock that the journey moves. Tells where it is in
 * one message to its starter, and ends with it.
 *   node --import tsx e2e/support/serve.ts <instant at which it begins>
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startTemporary } from "@/lib/db/embedded";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import { prepare } from "@/scripts/lib/database";
import { type House, runHouse } from "@/scripts/lib/house";
import { insertWorld } from "./accounts";

const READY_SECONDS = 60;

/** Where a journey finds its Kehe. */
export interface Place {
  url: string;
  clockFile: string;
  ownerUrl: string;
}

runHouse(async (house) => {
  const begin = new Date(process.argv[2] ?? "");
  if (Number.isNaN(begin.getTime()))
    throw new SetupProblem("Say at which instant the clock begins.");
  const folder = mkdtempSync(join(tmpdir(), "kehe-journey-"));
  house.onClose(async () => rmSync(folder, { recursive: true, force: true }));
  const clockFile = join(folder, "clock");
  writeFileSync(clockFile, begin.toISOString());
  const ownerUrl = await openDatabase(house, folder, clockFile);
  await insertWorld(ownerUrl, begin);
  const url = await serve(house);
  process.send?.({ url, clockFile, ownerUrl } satisfies Place);
});

async function openDatabase(house: House, folder: string, clockFile: string): Promise<string> {
  const server = await startTemporary();
  house.onClose(server.stop);
  delete process.env.DATABASE_URL;
  Object.assign(process.env, {
    KEHE_EMBEDDED_URL: server.url,
    NEXTAUTH_SECRET: server.nextAuthSecret,
    DATA_DIR: folder,
    KEHE_CLOCK_FILE: clockFile,
    KEHE_DEMO: "1",
    AUTH_TRUST_HOST: "true",
  });
  process.env.PORT = String(await freePort());
  await prepare(house);
  return server.url;
}

async function serve(house: House): Promise<string> {
  const port = process.env.PORT ?? "";
  const url = `http://127.0.0.1:${port}`;
  house.spawn(["scripts/web.mjs", "--port", port, "--hostname", "127.0.0.1"], {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
  for (let tries = 0; tries < READY_SECONDS * 5; tries++) {
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return url;
    await pause(200);
  }
  throw new SetupProblem(`The web server isn't healthy after ${READY_SECONDS} s.`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
