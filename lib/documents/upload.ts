import { rm } from "node:fs/promises";
import { type Actor, districtIdsOf, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import { recordEvent } from "@/lib/audit/event";
import { database } from "@/lib/db/client";
import { setContext } from "@/lib/db/context";
import { now as clockNow } from "@/lib/kernel/clock";
import { Refusal } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { mediaTypeOf } from "./file-kind";
import { type Received, receiveFile } from "./receive";
import { type FileStore, fileStore, newKey } from "./storage";

export interface Uploaded {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
}

/** Takes one file in: received, judged by its bytes, kept, then written down with its event. */
export async function uploadFile(
  request: Request,
  actor: Actor,
  store: FileStore = fileStore(),
): Promise<Uploaded> {
  const received = await receiveFile(request, await store.incoming());
  try {
    const mediaType = await mediaTypeOf(received.path, received.name);
    if (mediaType === null) throw new Refusal(415, "file_type");
    return await keep(received, mediaType, actor, store);
  } finally {
    await rm(received.path, { force: true });
  }
}

async function keep(
  received: Received,
  mediaType: string,
  actor: Actor,
  store: FileStore,
): Promise<Uploaded> {
  const key = newKey();
  await store.keep(received.path, key);
  try {
    const id = await writeDown(received, mediaType, key, actor);
    const { name, size, sha256 } = received;
    return { id, name, size, mediaType, sha256 };
  } catch (error) {
    await store.remove(key);
    throw error;
  }
}

function writeDown(
  { name, size, sha256 }: Received,
  mediaType: string,
  storageKey: string,
  actor: Actor,
): Promise<string> {
  const now = clockNow();
  const id = newId();
  if (actor.userId === null) throw new Refusal(401, "no_session");
  const uploadedById = actor.userId;
  const unitId = unitIdsOf(actor, ...applicantRoles)[0] ?? null;
  const districtId = districtIdsOf(actor)[0] ?? null;
  return database().$transaction(async (tx) => {
    await setContext(tx, actor, false);
    await tx.storedFile.create({
      data: {
        id,
        sha256,
        size,
        mediaType,
        originalName: name,
        storageKey,
        uploadedById,
        uploadedByName: actor.name,
        uploadedAt: now,
        unitId,
        districtId,
      },
      select: { id: true },
    });
    await recordEvent(
      tx,
      {
        command: "documents.upload-file",
        outcome: "done",
        actor,
        as: actor.held[0]?.role ?? null,
        now,
      },
      {
        unitId,
        districtId,
        subject: { type: "file", id },
        params: { file: name },
        fileHashes: [sha256],
      },
    );
    return id;
  });
}
