import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { env } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";

/** Where files lie; today a folder outside the web root. Keys are made by the server. */
export interface FileStore {
  /** A path for bytes that are still coming in. */
  incoming: () => Promise<string>;
  /** Takes a complete file in under this key. */
  keep: (path: string, key: string) => Promise<void>;
  /** The bytes of a file, or null when they are gone. */
  read: (key: string) => Promise<{ size: number; body: ReadableStream<Uint8Array> } | null>;
  remove: (key: string) => Promise<void>;
  /** Removes what came in halfway, or was kept without ever being `known`, before this instant. */
  sweep: (before: Date, known: (keys: string[]) => Promise<ReadonlySet<string>>) => Promise<number>;
}

const incomingFolder = "incoming";
const keptFolder = "kept";
const keyShape = /^[0-9a-f]{2}\/[0-9a-f-]{36}$/;

/** A new key; it says nothing of the file's name or content. */
export function newKey(): string {
  const id = newId();
  return `${id.slice(-2)}/${id}`;
}

/** The store of this installation. */
export const fileStore = (): FileStore => folderStore(resolve(env().filesDir));

/** A store in a folder. */
export function folderStore(root: string): FileStore {
  const placeOf = (key: string): string => {
    if (!keyShape.test(key)) throw new Error("not a storage key");
    return join(root, keptFolder, key);
  };
  return {
    incoming: async () => {
      await mkdir(join(root, incomingFolder), { recursive: true, mode: 0o700 });
      return join(root, incomingFolder, newId());
    },
    keep: async (path, key) => {
      const place = placeOf(key);
      await mkdir(join(place, ".."), { recursive: true, mode: 0o700 });
      await syncFile(path);
      await rename(path, place);
    },
    read: (key) => (keyShape.test(key) ? readPlace(placeOf(key)) : Promise.resolve(null)),
    remove: (key) => rm(placeOf(key), { force: true }),
    sweep: (before, known) => sweepFolder(root, before, known),
  };
}

/** The bytes are on the disk before the database says so. */
async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readPlace(place: string) {
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) return null;
  return { size: found.size, body: webStream(createReadStream(place)) };
}

/** Read as fast as it is taken; closed when the taker goes away. */
function webStream(file: ReadStream): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Buffer> = file[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => {
      file.destroy();
    },
  });
}

async function sweepFolder(
  root: string,
  before: Date,
  known: (keys: string[]) => Promise<ReadonlySet<string>>,
): Promise<number> {
  const half = await oldFiles(join(root, incomingFolder), before);
  const kept = join(root, keptFolder);
  const old = await oldFiles(kept, before);
  const keyOf = (path: string) => relative(kept, path).split(sep).join("/");
  const wanted = await known(old.map(keyOf));
  const orphans = [...half, ...old.filter((path) => !wanted.has(keyOf(path)))];
  for (const path of orphans) await rm(path, { force: true });
  return orphans.length;
}

async function oldFiles(folder: string, before: Date): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const old: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < before.getTime()) old.push(path);
  }
  return old;
}
