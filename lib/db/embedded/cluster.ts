import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SetupProblem } from "@/lib/kernel/setup-problem";
import type { Place } from "./place";
import { makeFolder } from "./place";

/** The first login of an embedded cluster; it owns the database and only migrates. */
export const OWNER = "kehe_owner";

/** Makes the cluster unless it is there. It is made aside and renamed, so a crash leaves all of it or nothing. */
export function ensureCluster(place: Place, ownerPassword: string): void {
  if (existsSync(join(place.cluster, "PG_VERSION"))) return;
  const parent = join(dirname(place.cluster), "postgres.new");
  rmSync(parent, { recursive: true, force: true });
  makeFolder(parent, place.runAs);
  const passwordFile = join(parent, "password");
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
  if (place.runAs) chownSync(passwordFile, place.runAs.uid, place.runAs.gid);
  runInitdb(place, join(parent, "data"), passwordFile);
  renameSync(join(parent, "data"), place.cluster);
  rmSync(parent, { recursive: true, force: true });
}

function runInitdb(place: Place, folder: string, passwordFile: string): void {
  const made = spawnSync(
    join(place.bin, "initdb"),
    [
      `--pgdata=${folder}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The built-in locale sorts and folds alike on every machine and needs none of the system's.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-instructions",
    ],
    { ...asAccount(place), encoding: "utf8" },
  );
  if (made.status !== 0) {
    const reason = (made.stderr || made.error?.message || "unknown").trim().split("\n").at(-1);
    throw new SetupProblem(`The embedded database couldn't be made in ${place.cluster}: ${reason}`);
  }
}

/** What spawn needs to run a program as the server's account. */
export function asAccount(place: Place) {
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, LC_ALL: "C", TZ: "UTC" };
  return place.runAs
    ? { uid: place.runAs.uid, gid: place.runAs.gid, cwd: "/", env }
    : { cwd: dirname(place.cluster), env };
}

export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that the cluster's lock file names, whether or not it still runs. */
export function readPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 ? { pid, port: Math.max(port, 0) } : null;
}
