import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { House } from "@/scripts/lib/house";
import { cookieOf } from "./database";
import { type Recordings, record } from "./measure";
import type { Seeded } from "./seed/index";
import { startServer } from "./server";
import type { PageTarget } from "./targets";

/** Asks each target on a server that writes its statements down. */
export async function recordAll(
  house: House,
  ownerUrl: string,
  seeded: Pick<Seeded, "districtToken" | "waiting">,
  targets: readonly PageTarget[],
  port: number,
): Promise<Recordings> {
  const folder = mkdtempSync(join(tmpdir(), "kehe-bench-record-"));
  const file = join(folder, "statements");
  writeFileSync(file, "");
  const preload = pathToFileURL(join(process.cwd(), "bench", "record.mjs")).href;
  const web = await startServer(house, {
    port: port,
    nodeArguments: ["--import", preload],
    environment: { KEHE_BENCH_RECORD: file },
  });
  const recordings = await record(web.origin, file, targets, {
    cookie: await cookieOf(seeded.districtToken),
    waiting: seeded.waiting,
    ownerUrl,
  });
  await web.stop();
  rmSync(folder, { recursive: true });
  keepStatements(recordings);
  return recordings;
}

/** Leaves what was recorded where it can be read: .cache/bench/statements.json. */
function keepStatements({ pages, command }: Recordings): void {
  const all = { ...Object.fromEntries(pages), command: command?.statements ?? [] };
  writeFileSync(join(".cache", "bench", "statements.json"), JSON.stringify(all, null, 1));
}
