import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileStore, fileStore } from "@/lib/documents/storage";
import { type Archive, type ArchiveEntry, archiveStream } from "./archive";
import type { Dossier, DossierFile } from "./collect";

/** A paper that Kehe makes for the archive when its turn comes. */
export interface DossierPaper {
  path: string;
  make: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

export interface DossierFrame {
  madeAt: Date;
  madeBy: string;
  /** What the archive is and how to check it, for whoever unpacks it. */
  readme: string;
  papers: readonly DossierPaper[];
}

/** Goes with every archive, so that it can be checked without Kehe. */
const checkProgram = join(process.cwd(), "lib/dossier/check.mjs");

/**
 * The file of a project as a ZIP that is written while it is read: the check program, records,
 * documents, papers, what was checked, and at the end a manifest with the hash of every entry. One document at a time passes
 * through the memory.
 */
export const dossierStream = (
  dossier: Dossier,
  frame: DossierFrame,
  store: Pick<FileStore, "read"> = fileStore(),
): ReadableStream<Uint8Array> =>
  archiveStream(frame.madeAt, async (archive) => {
    const entries: ArchiveEntry[] = [await archive.add("README.txt", frame.readme)];
    entries.push(await archive.add("check.mjs", await readFile(checkProgram, "utf8")));
    for (const { path, text } of dossier.records) entries.push(await archive.add(path, text));
    const documents = await addDocuments(archive, dossier.files, store);
    entries.push(...documents.entries);
    for (const { path, make } of frame.papers) {
      const bytes = await make();
      if (bytes !== null) entries.push(await archive.add(path, bytes, { compress: false }));
    }
    entries.push(await archive.add("check.json", text(checkOf(dossier, documents))));
    await archive.add("manifest.json", text(manifestOf(dossier, frame, entries)));
  });

interface Documents {
  entries: ArchiveEntry[];
  /** Gone from the store. */
  missing: string[];
  /** Whose bytes no longer give the hash that was stored when they came in. */
  changed: string[];
}

async function addDocuments(
  archive: Archive,
  files: readonly DossierFile[],
  store: Pick<FileStore, "read">,
): Promise<Documents> {
  const documents: Documents = { entries: [], missing: [], changed: [] };
  for (const { path, storageKey, sha256 } of files) {
    const bytes = await store.read(storageKey);
    if (bytes === null) {
      documents.missing.push(path);
      continue;
    }
    // PDF, pictures and Office files are compressed already.
    const entry = await archive.add(path, bytes.body, { compress: false });
    documents.entries.push(entry);
    if (entry.sha256 !== sha256) documents.changed.push(path);
  }
  return documents;
}

function checkOf({ events, evaluations }: Dossier, { entries, missing, changed }: Documents) {
  const sound =
    events.faults.length === 0 &&
    missing.length === 0 &&
    changed.length === 0 &&
    evaluations.every(({ same }) => same);
  return {
    sound,
    documents: { checked: entries.length, missing, changed },
    events: { checked: events.events, faults: events.faults },
    evaluations,
  };
}

const manifestOf = (
  { project, veiled }: Dossier,
  { madeAt, madeBy }: DossierFrame,
  entries: readonly ArchiveEntry[],
) => ({
  format: "kehe-dossier/1",
  project,
  madeAt: madeAt.toISOString(),
  madeBy,
  expertsVeiled: veiled,
  entries,
});

const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
