import { execFile } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { FileStore } from "@/lib/documents/storage";
import type { Dossier } from "./collect";
import { dossierStream } from "./write";

const hash = (digit: string) => digit.repeat(64);
const chain = [
  { seq: "1", previousHash: hash("0"), hash: hash("a") },
  { seq: "2", previousHash: hash("a"), hash: hash("b") },
  { seq: "7", previousHash: hash("e"), hash: hash("f") },
];
const document = "documents/contract/v1-0001-合作协议.pdf";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kehe-check-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function unpack(events: unknown = chain): Promise<void> {
  const dossier: Dossier = {
    project: { id: "p", number: "KH2026001", title: "核磁共振", state: "archived" },
    veiled: false,
    records: [{ path: "records/events.json", text: JSON.stringify(events) }],
    files: [{ path: document, storageKey: "k", sha256: hash("9") }],
    events: { events: 3, faults: [] },
    evaluations: [],
  };
  const store: Pick<FileStore, "read"> = {
    read: async () => ({ body: new Blob(["%PDF"]).stream(), size: 4 }),
  };
  const frame = { madeAt: new Date(0), madeBy: "审计", readme: "读我", papers: [] };
  const stream = dossierStream(dossier, frame, store);
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (entry.directory) continue;
    const place = join(folder, entry.filename);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, await entry.getData(new Uint8ArrayWriter()));
  }
}

/** Runs the program as whoever received the archive would: with Node alone, in the folder. */
const check = () =>
  new Promise<{ code: number; told: string }>((resolve) => {
    execFile(
      process.execPath,
      ["check.mjs"],
      { cwd: folder, env: { NODE_ENV: "production" } },
      (error, stdout) => resolve({ code: Number(error?.code ?? 0), told: stdout }),
    );
  });

it("finds an archive as it was made sound, in both languages", async () => {
  await unpack();
  const { code, told } = await check();
  expect(told).toContain("核对结果：一致");
  expect(told).toContain("Result: everything is as the manifest says");
  expect(told).toContain("5 files, 3 events (2 adjoining links)");
  expect(code).toBe(0);
});

it("names the file of which one byte is another, though its size is the same", async () => {
  await unpack();
  writeFileSync(join(folder, document), "%PDE");
  const { code, told } = await check();
  expect(told).toContain(`已改动 changed: ${document} (SHA-256)`);
  expect(code).toBe(1);
});

it("names what grew, what is gone and what was added, all in one run", async () => {
  await unpack();
  appendFileSync(join(folder, "README.txt"), "!");
  rmSync(join(folder, document));
  writeFileSync(join(folder, "documents/contract/补充.pdf"), "");
  const { code, told } = await check();
  expect(told).toContain("已改动 changed: README.txt (6 → 7 bytes)");
  expect(told).toContain(`缺少 missing: ${document}`);
  expect(told).toContain("多余 extra: documents/contract/补充.pdf");
  expect(told).toContain("共 3 处");
  expect(code).toBe(1);
});

it("follows the chain: a link that doesn't fit, a number that falls back", async () => {
  const [first, second] = chain;
  await unpack([first, { ...second, previousHash: hash("c") }, { ...second, seq: "1" }]);
  const { code, told } = await check();
  expect(told).toContain("broken link: event 2");
  expect(told).toContain("broken link: event 1");
  expect(code).toBe(1);
});

it("says that it can't check without a manifest, or with something else in its place", async () => {
  await unpack();
  writeFileSync(join(folder, "manifest.json"), readFileSync(join(folder, "check.json")));
  expect(await check()).toMatchObject({ code: 1, told: expect.stringContaining("无法核对") });
  rmSync(join(folder, "manifest.json"));
  expect(await check()).toMatchObject({ code: 1, told: expect.stringContaining("无法核对") });
});
