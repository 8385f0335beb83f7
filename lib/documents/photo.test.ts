import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { photoOf } from "@/prisma/demo/photo";
import { withoutMetadata } from "./photo";

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 + marker, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** An Exif body as a telephone writes it: its orientation, and behind it a place in plain text. */
function exif(orientation: number, little = true): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? "II*\0" : "MM\0*", 0, "latin1");
  const short = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  return Buffer.concat([
    Buffer.from("Exif\0\0", "latin1"),
    tiff,
    Buffer.from("GPS 31.77N 119.95E"),
  ]);
}

const start = Buffer.from([0xff, 0xd8]);
const scan = Buffer.concat([
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd9]),
]);
const jfif = segment(0xe0, Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"));
const icc = segment(0xe2, Buffer.from("ICC_PROFILE\0\x01\x01sRGB", "latin1"));
const table = segment(0xdb, Buffer.alloc(65, 1));

describe("a JPEG", () => {
  const taken = Buffer.concat([
    start,
    jfif,
    segment(0xe1, exif(6)),
    segment(0xe1, Buffer.from("http://ns.adobe.com/xap/1.0/\0<x:GPSLatitude>31</x>")),
    segment(0xe2, Buffer.from("MPF\0second picture")),
    icc,
    segment(0xfe, Buffer.from("taken at home")),
    table,
    scan,
    Buffer.from("a film of the place"),
  ]);

  it("keeps picture, colours and orientation, and nothing of the place", () => {
    const clean = withoutMetadata(taken);
    const text = clean?.toString("latin1") ?? "";
    for (const word of ["GPS", "adobe", "home", "film", "MPF"]) expect(text).not.toContain(word);
    for (const part of [jfif, icc, table, scan]) expect(clean?.includes(part)).toBe(true);
    expect(text).toContain("Exif");
    expect(withoutMetadata(clean ?? Buffer.alloc(0))).toEqual(clean);
  });

  it("reads the orientation in both byte orders", () => {
    const of = (body: Buffer) =>
      withoutMetadata(Buffer.concat([start, segment(0xe1, body), table, scan]));
    expect(of(exif(8, true))).toEqual(of(exif(8, false)));
    expect(of(exif(1))?.includes("Exif")).toBe(false);
  });

  it("is refused when it is cut off", () => {
    expect(withoutMetadata(taken.subarray(0, 60))).toBeNull();
  });
});

it("takes texts out of a PNG and leaves the picture", () => {
  const png = Buffer.from(photoOf(3));
  const body = Buffer.from("GPSLatitude\x0031.77");
  const text = Buffer.alloc(body.length + 12);
  text.writeUInt32BE(body.length, 0);
  text.write("tEXt", 4, "latin1");
  body.copy(text, 8);
  const tagged = Buffer.concat([png.subarray(0, 33), text, png.subarray(33)]);
  expect(withoutMetadata(tagged)).toEqual(png);
});

it("never throws on broken bytes", () => {
  const heads = [Buffer.from([0xff, 0xd8]), Buffer.from("\x89PNG\r\n\x1a\n", "latin1")];
  fc.assert(
    fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
      const clean = withoutMetadata(Buffer.concat([head, rest]));
      return clean === null || clean.length <= head.length + rest.length + 40;
    }),
  );
});
