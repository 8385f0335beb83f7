import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";

/** Files of up to 50 MB. */
export const fileLimit = 50 * 1_048_576;

/** What is accepted by its bytes, with the endings that people give it. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ["xlsx"],
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": ["pptx"],
  "application/zip": ["zip"],
};

const plainTexts: ReadonlyMap<string, string> = new Map([
  ["csv", "text/csv"],
  ["txt", "text/plain"],
]);

/** The beginning of text that a browser or a shell could run under another name. */
const active = /^\s*(<(!doctype|html|head|body|script|svg|iframe|\?xml|\?php)|#!|%!PS)/i;

/**
 * The media type of a stored upload by its bytes, or null when it isn't accepted. A file whose bytes
 * and ending disagree is refused. Plain text has no magic bytes: it passes as .csv or .txt when all of
 * it is UTF-8 without control characters.
 */
export async function mediaTypeOf(path: string, name: string): Promise<string | null> {
  const ending = endingOf(name);
  const found = await fileTypeFromFile(path);
  if (found !== undefined) return accepted[found.mime]?.includes(ending) ? found.mime : null;
  const plain = plainTexts.get(ending);
  return plain !== undefined && (await isCleanText(path)) ? plain : null;
}

/** Lower-case ending without the dot; empty without one. */
const endingOf = (name: string): string =>
  /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** Reads a text piece by piece: valid UTF-8, no NUL or other control character, nothing that runs. */
async function isCleanText(path: string): Promise<boolean> {
  const file = await open(path);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    let first = true;
    for await (const piece of file.createReadStream({ autoClose: false })) {
      const text = decoder.decode(piece, { stream: true });
      if (hasControl(text) || (first && active.test(text))) return false;
      first = false;
    }
    decoder.decode();
    return !first;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/** Control characters other than tab, line feed and carriage return. */
const hasControl = (text: string): boolean => /(?![\t\n\r])\p{Cc}/u.test(text);

const longestName = 120;

/** A file's name as shown and offered: no folders, no control or bidirectional marks, not too long. */
export function cleanName(given: string): string {
  const last = given.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .trim()
    .replace(/^\.+/, "");
  const characters = [...plain];
  if (characters.length <= longestName) return plain || "file";
  const ending = `.${endingOf(plain)}`;
  return `${characters.slice(0, longestName - ending.length).join("")}${ending}`;
}
