import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPostmaster } from "./cluster";
import { commandOf } from "./process";
import { type EmbeddedServer, startEmbedded } from "./server";

/** A server for tests and tools, without safety against power loss, in a folder that `stop` removes. */
export async function startTemporary(): Promise<EmbeddedServer> {
  const base = join(tmpdir(), "kehe-temporary");
  mkdirSync(base, { recursive: true });
  removeLeftovers(base);
  const dataDir = mkdtempSync(join(base, `${process.pid}-`));
  // The account that the server runs as when we are root must be able to pass.
  for (const folder of [base, dataDir]) openToAll(folder);
  const server = await startEmbedded({ dataDir, durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, stop };
}

function openToAll(folder: string): void {
  try {
    chmodSync(folder, 0o711);
  } catch {
    // Made by another user of this machine, who has opened it.
  }
}

/** Ends servers whose starter was killed, and removes their folders. */
function removeLeftovers(base: string): void {
  for (const name of readdirSync(base)) {
    const starter = Number(name.split("-")[0]);
    if (!starter || commandOf(starter)) continue;
    const folder = join(base, name);
    const server = readPostmaster(join(folder, "postgres"));
    try {
      if (server && commandOf(server.pid)?.includes(folder)) process.kill(server.pid, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch {
      // Another user's: theirs to clear away.
    }
  }
}
