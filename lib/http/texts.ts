import { z } from "zod";
import { Refusal } from "@/lib/kernel/errors";

const bodyLimit = 16_384;
const fields = z.record(z.string().max(100), z.string().max(4000));

/** Reads a form or JSON body of plain texts: 413 too large, 415 another media type, 400 malformed. */
export async function readTexts(request: Request): Promise<Readonly<Record<string, string>>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (request.body === null) return {};
  const text = await readText(request);
  if (type === "application/x-www-form-urlencoded") return texts(formEntries(text));
  if (type === "application/json") return texts(json(text));
  if (text === "") return {};
  throw new Refusal(415, "unsupported_media_type");
}

function texts(value: unknown): Readonly<Record<string, string>> {
  const parsed = fields.safeParse(value);
  if (!parsed.success) throw new Refusal(400, "malformed");
  return parsed.data;
}

function formEntries(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "malformed_json");
  }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw new Refusal(413, "body_too_large");
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refusal(400, "malformed");
  }
}
