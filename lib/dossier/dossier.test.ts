import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { afterAll, expect, it } from "vitest";
import { type FileStore, fileStore } from "@/lib/documents/storage";
import {
  audit,
  type Life,
  lifeOf,
  submitSelf,
  toResult,
  toReview,
} from "@/lib/evaluation/life.fixture";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import { collectDossier } from "./collect";
import { recordParts } from "./records";
import { dossierStream } from "./write";

const folder = mkdtempSync(join(tmpdir(), "kehe-dossier-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

/** Gives each stored row of the project bytes, and the hash of them. */
async function giveBytes(projectId: string): Promise<Map<string, string>> {
  const rows = await world.owner.storedFile.findMany({
    where: { fileLinks: { some: { projectId } } },
    select: { id: true },
  });
  const places = new Map<string, string>();
  for (const { id } of rows) {
    const key = `${id.slice(-2)}/${newId()}`;
    const bytes = `%PDF-1.7 ${id} ${"x".repeat(5000)}`;
    const place = join(folder, "kept", key);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
    await world.owner.storedFile.update({
      where: { id },
      data: { storageKey: key, sha256: sha256(bytes), size: bytes.length },
      select: { id: true },
    });
    places.set(id, place);
  }
  return places;
}

async function fullLife(): Promise<Life> {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  await submitSelf(life);
  await audit(life);
  await life.step("manager", "finalise-grade");
  return life;
}

async function collected(person: PersonName, projectId: string) {
  const dossier = await query(world.as(person), (tx) =>
    collectDossier(tx, world.as(person), projectId),
  );
  if (dossier === null) throw new Error("no dossier");
  return dossier;
}

const frame = () => ({ madeAt: world.now(), madeBy: "审计", readme: "读我", papers: [] });

async function unpacked(stream: ReadableStream<Uint8Array>): Promise<Map<string, Uint8Array>> {
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const entries = await new ZipReader(new Uint8ArrayReader(bytes)).getEntries();
  const found = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!entry.directory) found.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  }
  return found;
}

const json = (files: Map<string, Uint8Array>, path: string) =>
  JSON.parse(Buffer.from(files.get(path) ?? []).toString("utf8"));

it("holds a full life, and every hash of its manifest is the hash of what was unpacked", async () => {
  const { projectId } = await fullLife();
  const places = await giveBytes(projectId);
  const files = await unpacked(dossierStream(await collected("auditor", projectId), frame()));
  const manifest = json(files, "manifest.json");
  expect(manifest).toMatchObject({ format: "kehe-dossier/1", expertsVeiled: false });
  expect(manifest.entries).toHaveLength(files.size - 1);
  for (const { path, size, sha256: hash } of manifest.entries) {
    const bytes = files.get(path) ?? new Uint8Array();
    expect([path, bytes.length, sha256(bytes)]).toEqual([path, size, hash]);
  }
  const documents = [...files.keys()].filter((path) => path.startsWith("documents/"));
  expect(documents).toHaveLength(places.size);
  expect(documents.length).toBeGreaterThanOrEqual(4);
  expect(json(files, "check.json")).toMatchObject({
    sound: true,
    documents: { checked: places.size, missing: [], changed: [] },
    events: { faults: [] },
    evaluations: [{ round: 1, same: true, total: "88.83", grade: "good" }],
  });
  expect(json(files, "check.json").events.checked).toBeGreaterThan(10);
  expect(json(files, "records/events.json").length).toBeGreaterThan(10);
  expect(json(files, "records/evaluations.json")[0].evaluationLines).toHaveLength(24);
  const [panel] = json(files, "records/panels.json");
  expect(panel.assignments[0].expertName).toBe(world.as("expert1").name);
});

it("says what was changed, lost or broken since", async () => {
  const { projectId } = await fullLife();
  const [first, second] = [...(await giveBytes(projectId)).values()];
  writeFileSync(first ?? "", "other bytes");
  rmSync(second ?? "");
  await world.owner.evaluation.updateMany({ where: { projectId }, data: { frozenHash: "0" } });
  const event = await world.owner.event.findFirstOrThrow({
    where: { projectId },
    orderBy: { seq: "asc" },
    select: { seq: true, reason: true },
  });
  // The table refuses changes, as it should; whoever owns the database can still get at it.
  await world.owner.$executeRaw`alter table event disable trigger user`;
  await world.owner.event.update({
    where: { seq: event.seq },
    data: { reason: "anders" },
    select: { seq: true },
  });
  const files = await unpacked(dossierStream(await collected("officer", projectId), frame()));
  const check = json(files, "check.json");
  expect(check).toMatchObject({
    sound: false,
    documents: { missing: [expect.any(String)], changed: [expect.any(String)] },
    events: { faults: [{ seq: String(event.seq), fault: "changed" }] },
    evaluations: [{ round: 1, same: false, differences: [{ where: "hash" }] }],
  });
  await world.owner.event.update({
    where: { seq: event.seq },
    data: { reason: event.reason },
    select: { seq: true },
  });
  await world.owner.$executeRaw`alter table event enable trigger user`;
});

it("is for bureau, manager and auditor; the auditor reads no expert's name before the decision", async () => {
  const { id } = await world.project({ state: "expert_review" });
  const name = world.as("expert1").name;
  for (const person of ["officer", "head", "manager"] as const) {
    const { records } = await collected(person, id);
    expect(records.map(({ text }) => text).join()).toContain(name);
  }
  const veiled = await collected("auditor", id);
  expect(veiled.veiled).toBe(true);
  const told = veiled.records.map(({ text }) => text).join();
  for (const expert of ["expert1", "expert2", "expert3"] as const) {
    expect(told).not.toContain(world.as(expert).name);
    expect(told).not.toContain(world.id(expert));
  }
  for (const person of ["enterprise", "filler", "district", "expert1"] as const) {
    await expect(collected(person, id)).rejects.toMatchObject({ status: 403, code: "wrong_role" });
  }
  await expect(collected("enterprise2", id)).rejects.toThrow("no dossier");
});

it("opens a document when its turn comes, and breaks off when one fails", async () => {
  const { projectId } = await fullLife();
  await giveBytes(projectId);
  const dossier = await collected("auditor", projectId);
  const opened: string[] = [];
  const watched = (fails: boolean): FileStore => ({
    ...fileStore(),
    read: async (key) => {
      opened.push(key);
      if (fails && opened.length === 2) throw new Error("the disk is gone");
      return fileStore().read(key);
    },
  });
  const reader = dossierStream(dossier, frame(), watched(false)).getReader();
  await reader.read();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(opened).toEqual([]);
  await reader.cancel();
  await expect(unpacked(dossierStream(dossier, frame(), watched(true)))).rejects.toThrow();
});

it("covers every table that hangs on a project", () => {
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  const hanging = [...schema.matchAll(/^model \w+ \{(.*?)^\}/gms)].flatMap(([, body = ""]) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
    return table && /^\s+projectId\s/m.test(body) ? [table] : [];
  });
  const covered = new Set(recordParts.flatMap(({ tables }) => tables));
  // Reminders repeat duties; whose calendar or bell they were in is no part of the project's file.
  expect(hanging.filter((table) => !covered.has(table))).toEqual(["reminder"]);
});

it("tells no secret", async () => {
  const { projectId } = await fullLife();
  const { records } = await collected("manager", projectId);
  for (const { path, text } of records) {
    expect([path, /"\w*(Enc|tokenHash|secretHash)"/.exec(text)?.[0]]).toEqual([path, undefined]);
  }
});
