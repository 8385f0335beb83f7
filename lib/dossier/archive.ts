import { createHash } from "node:crypto";
import { configure, ZipWriter } from "@zip.js/zip.js";

// Compression in this thread: its work is small beside the reading, and streams stay in order.
configure({ useWebWorkers: false });

/** One entry of the archive as its manifest names it. */
export interface ArchiveEntry {
  path: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** Takes entries one after the other; each is hashed on its way and never held as a whole. */
export interface Archive {
  add: (
    path: string,
    body: ReadableStream<Uint8Array> | string | Uint8Array<ArrayBuffer>,
    options?: { compress?: boolean },
  ) => Promise<ArchiveEntry>;
}

/**
 * A ZIP that is written while it is read: `write` adds the entries, and waits wherever the reader is
 * slower. A failure of `write` breaks the stream, so that half an archive never looks like a whole.
 */
export function archiveStream(
  madeAt: Date,
  write: (archive: Archive) => Promise<void>,
): ReadableStream<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const zip = new ZipWriter(pipe.writable, { lastModDate: madeAt, keepOrder: true });
  const archive: Archive = {
    add: async (path, body, { compress = true } = {}) => {
      const counted = counting();
      const source = body instanceof ReadableStream ? body : streamOf(body);
      const level = compress ? 6 : 0;
      await zip.add(path, source.pipeThrough(counted.through), { level });
      return { path, ...counted.result() };
    },
  };
  void fill(zip, pipe.writable, () => write(archive));
  return pipe.readable;
}

async function fill(
  zip: ZipWriter<unknown>,
  writable: WritableStream<Uint8Array>,
  write: () => Promise<void>,
): Promise<void> {
  try {
    await write();
    await zip.close();
  } catch (error) {
    // Whoever reads sees the break; a reader who went away has closed the stream himself.
    await writable.abort(error).catch(() => undefined);
  }
}

const streamOf = (text: string | Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> =>
  new Blob([text]).stream();

function counting() {
  const hash = createHash("sha256");
  let size = 0;
  return {
    through: new TransformStream<Uint8Array, Uint8Array>({
      transform: (piece, controller) => {
        hash.update(piece);
        size += piece.length;
        controller.enqueue(piece);
      },
    }),
    result: () => ({ size, sha256: hash.digest("hex") }),
  };
}
