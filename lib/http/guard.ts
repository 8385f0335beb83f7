import { env } from "@/lib/kernel/env";
import { Refusal } from "@/lib/kernel/errors";

/** A write must come from one of our own origins; a missing Origin is refused too (403). */
export function requireOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  if (origin === null || !env().origins.includes(origin)) throw new Refusal(403, "foreign_origin");
}

/** Only this media type (415). */
export function requireMediaType(request: Request, mediaType: string): void {
  const given = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (given !== mediaType) throw new Refusal(415, "unsupported_media_type");
}

/** Reads a JSON body of at most `limit` bytes, counted as they come (413); broken JSON is 400. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? "0") > limit) {
    throw new Refusal(413, "body_too_large");
  }
  const text = await readText(request, limit);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "malformed_json");
  }
}

async function readText(request: Request, limit: number): Promise<string> {
  if (request.body === null) throw new Refusal(400, "malformed_json");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw new Refusal(413, "body_too_large");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refusal(400, "malformed_json");
  }
}
