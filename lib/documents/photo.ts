/** What a photograph keeps: its picture, its colours and which way is up. All else is dropped. */
const keptJpegSegments: ReadonlyMap<number, string> = new Map([
  [0xe0, "JFIF"],
  [0xe2, "ICC_PROFILE"],
  [0xee, "Adobe"],
]);
const keptPngChunks: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "gAMA",
  "cHRM",
  "sRGB",
  "iCCP",
  "sBIT",
  "pHYs",
  "bKGD",
]);

const orientationTag = 0x0112;

/**
 * A JPEG or PNG without what a telephone writes beside the picture: place, device, times, previews,
 * comments. A JPEG keeps its orientation. Null for bytes that are neither or are broken.
 */
export function withoutMetadata(bytes: Buffer): Buffer | null {
  if (bytes.length > 8 && bytes.readUInt16BE(0) === 0xffd8) return cleanJpeg(bytes);
  if (bytes.length > 8 && bytes.toString("latin1", 1, 4) === "PNG") return cleanPng(bytes);
  return null;
}

function cleanJpeg(bytes: Buffer): Buffer | null {
  const segments = segmentsOf(bytes);
  const scan = segments?.at(-1);
  if (!segments || scan?.marker !== 0xda) return null;
  const exif = segments.find(({ marker }) => marker === 0xe1);
  const turned = exif ? orientationOnly(exif.bytes) : null;
  return Buffer.concat([
    bytes.subarray(0, 2),
    ...segments.filter((each) => each !== scan && isKept(each)).map((each) => each.bytes),
    ...(turned ? [turned] : []),
    picture(bytes.subarray(scan.at)),
  ]);
}

interface Segment {
  marker: number;
  at: number;
  bytes: Buffer;
}

/** The segments up to the first scan, which is the last of them; null where the bytes are broken. */
function segmentsOf(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = [];
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return null;
    segments.push({ marker, at, bytes: bytes.subarray(at, end) });
    if (marker === 0xda) return segments;
    at = end;
  }
  return null;
}

/** Tables and frames, and the few application segments that say how colours are meant. */
function isKept({ marker, bytes }: Segment): boolean {
  if (marker < 0xe0) return true;
  const name = keptJpegSegments.get(marker);
  return name !== undefined && bytes.toString("latin1", 4, 4 + name.length) === name;
}

/** From the scan to the end of the image; what telephones append after it (a film, a depth map) is dropped. */
function picture(scan: Buffer): Buffer {
  for (let at = 2; at + 1 < scan.length; at += 1) {
    if (scan[at] === 0xff && scan[at + 1] === 0xd9) return scan.subarray(0, at + 2);
  }
  return scan;
}

/** An Exif segment that holds the orientation of the given one and nothing else; null where it has none. */
function orientationOnly(segment: Buffer): Buffer | null {
  if (segment.toString("latin1", 4, 10) !== "Exif\0\0") return null;
  const tiff = segment.subarray(10);
  const value = readOrientation(tiff);
  if (value === null || value === 1) return null;
  const body = Buffer.alloc(36);
  body.write("Exif\0\0MM\0*", 0, "latin1");
  body.writeUInt32BE(8, 10);
  body.writeUInt16BE(1, 14);
  body.writeUInt16BE(orientationTag, 16);
  body.writeUInt16BE(3, 18);
  body.writeUInt32BE(1, 20);
  body.writeUInt16BE(value, 24);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([head, body]);
}

function readOrientation(tiff: Buffer): number | null {
  if (tiff.length < 14) return null;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const count = short(start);
  for (let index = 0; index < count; index += 1) {
    const entry = start + 2 + index * 12;
    if (entry + 12 > tiff.length) return null;
    if (short(entry) !== orientationTag) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

function cleanPng(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (keptPngChunks.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return null;
}
