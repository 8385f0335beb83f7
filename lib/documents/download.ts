import type { Actor } from "@/lib/access/actor";
import { notFound } from "@/lib/kernel/errors";
import { recordRefusal } from "@/lib/kernel/execute";
import { query } from "@/lib/kernel/query";
import { visibleFiles } from "./scope";
import { type FileStore, fileStore } from "./storage";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A file within the actor's scope as a download; anything else is a 404 that leaves an event. */
export async function downloadFile(
  id: string,
  actor: Actor,
  store: FileStore = fileStore(),
): Promise<Response> {
  const file = uuid.test(id) ? await fileFor(id, actor) : null;
  const bytes = file && (await store.read(file.storageKey));
  if (!file || !bytes) {
    const refusal = notFound();
    await recordRefusal(actor, "documents.download-file", refusal, null);
    throw refusal;
  }
  return new Response(bytes.body, {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(bytes.size),
      "content-disposition": attachment(file.originalName),
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    },
  });
}

function fileFor(id: string, actor: Actor) {
  return query(actor, (tx) =>
    tx.storedFile.findFirst({
      where: { AND: [{ id }, visibleFiles(actor)] },
      select: { mediaType: true, originalName: true, storageKey: true },
    }),
  );
}

/** RFC 6266 with an RFC 8187 name; the plain name is for old clients. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
