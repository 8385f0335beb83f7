import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import Busboy, { type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { Refusal } from "@/lib/kernel/errors";
import { cleanName, fileLimit } from "./file-kind";

/** Room for boundaries and part headers around the file. */
const envelope = 65_536;

export interface Received {
  path: string;
  name: string;
  size: number;
  sha256: string;
}

/**
 * Streams the one file of a multipart request to `path`, hashing it on the way; no more than a
 * buffer's worth is in memory. 415 another media type, 413 too large, 400 malformed. Leaves nothing
 * behind when refused.
 */
export async function receiveFile(request: Request, path: string): Promise<Received> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*(;|$)/i.test(type))
    throw new Refusal(415, "unsupported_media_type");
  if (Number(request.headers.get("content-length") ?? "0") > fileLimit + envelope) throw tooLarge();
  if (request.body === null) throw malformed();
  try {
    return await stream(request.body, parserFor(type), path);
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof Refusal || isDiskError(error) ? error : malformed();
  }
}

const tooLarge = () => new Refusal(413, "file_too_large");
const malformed = () => new Refusal(400, "malformed_multipart");

/** A fault of ours, such as a full disk: not the sender's. */
const isDiskError = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && "code" in error;

function parserFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: { fileSize: fileLimit, files: 1, fields: 5, fieldSize: 1000, parts: 6 },
    });
  } catch {
    throw malformed();
  }
}

async function stream(
  body: ReadableStream<Uint8Array>,
  parser: BusboyInstance,
  path: string,
): Promise<Received> {
  const files: Promise<Received>[] = [];
  const halt = new AbortController();
  parser.on("file", (field, file, name) => {
    if (field !== "file" || files.length > 0 || !name) {
      file.resume();
      parser.destroy(malformed());
      return;
    }
    const saved = save(file, cleanName(name), path, halt.signal);
    saved.catch((error: Error) => parser.destroy(error));
    files.push(saved);
  });
  parser.on("filesLimit", () => parser.destroy(malformed()));
  const bytes = Readable.from(body, { objectMode: false });
  try {
    await pipeline(bytes, atMost(fileLimit + envelope), parser);
  } catch (error) {
    halt.abort();
    await Promise.allSettled(files);
    throw error;
  }
  const [received] = files;
  if (received === undefined) throw malformed();
  return received;
}

async function save(
  file: BusboyFileStream,
  name: string,
  path: string,
  signal: AbortSignal,
): Promise<Received> {
  const hash = createHash("sha256");
  let size = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  file.once("limit", () => file.destroy(tooLarge()));
  const kept = createWriteStream(path, { mode: 0o600, flags: "wx" });
  try {
    await pipeline(file, count, kept, { signal });
  } finally {
    // Whoever clears the path away must come after the last touch on it.
    await untilClosed(kept);
  }
  if (file.truncated) throw tooLarge();
  return { path, name, size, sha256: hash.digest("hex") };
}

function untilClosed(stream: Writable): Promise<void> {
  if (stream.closed) return Promise.resolve();
  return new Promise((resolve) => {
    stream.once("close", resolve);
    stream.destroy();
  });
}

/** Counts all that comes, so that a flood of part headers ends too. */
function atMost(limit: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > limit) done(tooLarge());
      else done(null, chunk);
    },
  });
}
