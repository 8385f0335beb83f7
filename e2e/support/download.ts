import { createHash } from "node:crypto";
import { expect } from "@playwright/test";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import type { Visitor } from "./visitor";

/** A document as this person's browser gets it; its kind and least size are checked. */
export async function download(
  visitor: Visitor,
  path: string,
  { type, atLeast }: { type: RegExp; atLeast: number },
): Promise<Buffer> {
  const answer = await visitor.page.request.get(path);
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()["content-type"], path).toMatch(type);
  const body = await answer.body();
  expect(body.length, path).toBeGreaterThan(atLeast);
  return body;
}

export const types = {
  pdf: /^application\/pdf/,
  word: /wordprocessingml/,
  excel: /spreadsheetml/,
  zip: /^application\/zip/,
} as const;

/** The entries of an archive by their paths. */
export async function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)));
  const entries = new Map<string, Buffer>();
  for (const entry of await zip.getEntries()) {
    if (entry.directory) continue;
    entries.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())));
  }
  await zip.close();
  return entries;
}

export const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** What a Word file says, without its marks. */
export async function wordText(bytes: Buffer): Promise<string> {
  const text = (await unzip(bytes)).get("word/document.xml")?.toString("utf8") ?? "";
  return text.replaceAll(/<[^>]+>/g, "");
}
