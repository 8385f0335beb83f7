import { crc32, deflateSync } from "node:zlib";

const width = 320;
const height = 200;

/** A small picture that stands for a photograph: a workshop of plain shapes, another for each seed. */
export function photoOf(seed: number): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: height }, (_unused, y) => rowOf(y, seed));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return new Uint8Array(bytes);
}

function rowOf(y: number, seed: number): Buffer {
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) row.set(colourAt(x, y, seed), 1 + x * 3);
  return row;
}

/** Wall, floor, and a machine that stands at another place in each picture. */
function colourAt(x: number, y: number, seed: number): [number, number, number] {
  const left = 40 + ((seed * 37) % 140);
  const machine = x > left && x < left + 90 && y > 70 && y < 165;
  if (machine) return (x - left) % 30 < 4 ? [60, 70, 80] : [120, 140, 155];
  return y > 150 ? [150, 140, 125] : [205 - Math.floor(y / 4), 212 - Math.floor(y / 4), 220];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
