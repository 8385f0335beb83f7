import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

export interface Browser {
  executablePath: string;
  args: string[];
}

/** Neither root nor a container lets the browser build its own sandbox; the pages are our own. */
const args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"];

/**
 * The browser that the journeys use: KEHE_BROWSER, else the one from npm, unpacked once for each
 * user of this machine, else the system's. Throws when none of them starts.
 */
export async function findBrowser(): Promise<Browser> {
  const given = process.env.KEHE_BROWSER;
  const candidates = given ? [given] : [await unpacked(), ...SYSTEM_BROWSERS];
  const executablePath = candidates.find(starts);
  if (executablePath === undefined) {
    throw new Error("No browser starts here: set KEHE_BROWSER to the path of a Chromium.");
  }
  return { executablePath, args };
}

function starts(path: string | undefined): path is string {
  if (path === undefined || !existsSync(path)) return false;
  return spawnSync(path, ["--no-sandbox", "--version"], { timeout: 20_000 }).status === 0;
}

/** The npm package unpacks into the folder for temporary files: ours is one that only we can write. */
async function unpacked(): Promise<string | undefined> {
  const folder = join(tmpdir(), `kehe-browser-${userInfo().username}`);
  const ready = join(folder, "ready");
  const path = join(ready, "chromium");
  if (existsSync(path)) return path;
  const work = join(folder, `unpacking-${process.pid}`);
  mkdirSync(work, { recursive: true, mode: 0o700 });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = work;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    chmodSync(join(work, "chromium"), 0o755);
    if (!existsSync(ready)) renameSync(work, ready);
    return path;
  } catch {
    return existsSync(path) ? path : undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(work, { recursive: true, force: true });
  }
}
