import { inflateRawSync } from "node:zlib";

export type ZipProblem = "not_a_sheet" | "sheet_too_large";

const maxEntries = 500;
const maxInflated = 30 * 1024 * 1024;
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endSize = 22;
const entrySize = 46;
const localSize = 30;

/**
 * Why a ZIP container must not be opened, or null: it really inflates each entry, within one bound for
 * all of them, because the sizes that it declares may lie.
 */
export function zipProblem(bytes: Buffer): ZipProblem | null {
  try {
    return inspect(bytes);
  } catch (error) {
    const tooLarge = error instanceof RangeError && "code" in error;
    return tooLarge && error.code === "ERR_BUFFER_TOO_LARGE" ? "sheet_too_large" : "not_a_sheet";
  }
}

function inspect(bytes: Buffer): ZipProblem | null {
  const end = endOf(bytes);
  if (end === null) return "not_a_sheet";
  const entries = bytes.readUInt16LE(end + 10);
  if (entries > maxEntries) return "sheet_too_large";
  let at = bytes.readUInt32LE(end + 16);
  let left = maxInflated;
  for (let i = 0; i < entries; i += 1) {
    if (bytes.readUInt32LE(at) !== entrySignature) return "not_a_sheet";
    left -= inflatedSize(bytes, at, left);
    if (left < 0) return "sheet_too_large";
    at +=
      entrySize +
      bytes.readUInt16LE(at + 28) +
      bytes.readUInt16LE(at + 30) +
      bytes.readUInt16LE(at + 32);
  }
  return null;
}

/** The end record lies in the last 64 KB. */
function endOf(bytes: Buffer): number | null {
  const lowest = Math.max(0, bytes.length - endSize - 65_535);
  for (let at = bytes.length - endSize; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

function inflatedSize(bytes: Buffer, entry: number, limit: number): number {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  const start = local + localSize + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length;
  return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) }).length;
}
