import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { personOf } from "@/lib/access/actor";
import type { CommandContext } from "@/lib/kernel/command";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { ProjectRecord } from "@/lib/project/load";
import { linkFiles } from "./link";
import { withoutMetadata } from "./photo";
import { visibleFiles } from "./scope";
import { type FileStore, fileStore, newKey } from "./storage";

type PhotoContext = Pick<CommandContext, "tx" | "actor" | "now">;

const photoLimit = 10 * 1_048_576;
const photoTypes: readonly string[] = ["image/jpeg", "image/png"];

interface Photos {
  subject: { type: string; id: string };
  fileIds: readonly string[];
  documentKind: string;
}

/**
 * Links photographs to a subject as copies without place, device and times (`withoutMetadata`); the
 * upload itself is forgotten. Only officials see them. 422 on the field `photos` for what is no
 * JPEG or PNG of up to 10 MB. Answers the copies' hashes.
 */
export async function linkPhotos(
  context: PhotoContext,
  project: ProjectRecord,
  { subject, fileIds, documentKind }: Photos,
  store: FileStore = fileStore(),
): Promise<string[]> {
  const documents: { fileId: string; documentKind: string }[] = [];
  for (const [at, id] of [...new Set(fileIds)].entries()) {
    const fileId = await cleanCopy(context, id, `photos.${at}`, store);
    documents.push({ fileId, documentKind });
  }
  return linkFiles(context, project, subject, documents, { audience: "officials" });
}

async function cleanCopy(
  { tx, actor, now }: PhotoContext,
  id: string,
  path: string,
  store: FileStore,
): Promise<string> {
  const file = await tx.storedFile.findFirst({
    where: { AND: [{ id }, visibleFiles(actor)] },
    select: {
      originalName: true,
      mediaType: true,
      storageKey: true,
      size: true,
      uploadedById: true,
    },
  });
  if (file === null) throw invalidField(path, "file_not_usable");
  if (!photoTypes.includes(file.mediaType)) throw invalidField(path, "not_a_photo");
  if (file.size > photoLimit) throw invalidField(path, "photo_too_large");
  const stored = await store.read(file.storageKey);
  const clean = stored && withoutMetadata(await buffer(stored.body));
  if (!clean) throw invalidField(path, "not_a_photo");
  const storageKey = newKey();
  const incoming = await store.incoming();
  await writeFile(incoming, clean, { mode: 0o600 });
  await store.keep(incoming, storageKey);
  const copy = newId();
  await tx.storedFile.create({
    data: {
      id: copy,
      sha256: createHash("sha256").update(clean).digest("hex"),
      size: clean.length,
      mediaType: file.mediaType,
      originalName: file.originalName,
      storageKey,
      uploadedById: personOf(actor),
      uploadedByName: actor.name,
      uploadedAt: now,
    },
    select: { id: true },
  });
  if (actor.userId === file.uploadedById) await forget(tx, id);
  return copy;
}

/** An upload that nothing uses: its row goes, and the sweep takes its bytes. */
async function forget(tx: PhotoContext["tx"], id: string): Promise<void> {
  await tx.storedFile.deleteMany({
    where: { id, fileLinks: { none: {} }, evidence: { none: {} } },
  });
}
