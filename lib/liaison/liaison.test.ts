import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { timelineOf } from "@/lib/audit/queries";
import { fileStore, newKey } from "@/lib/documents/storage";
import { query } from "@/lib/kernel/query";
import { photoOf } from "@/prisma/demo/photo";
import { type PersonName, useWorld } from "@/test/world";
import { endWatch } from "./commands/end-watch";
import { recordVisit } from "./commands/record-visit";
import { setBody } from "./commands/set-body";
import { watchProject } from "./commands/watch-project";
import { districtDesk } from "./district";
import { projectLiaison } from "./project";
import { liaisonDesk } from "./queries";
import { watchList } from "./watch";

const folder = mkdtempSync(join(tmpdir(), "kehe-liaison-"));
process.env.KEHE_FILES_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const world = useWorld();
const wujin = "320412";

const entry = (version: number, rest: object = {}) => ({
  districtId: wujin,
  version,
  name: "武进区科技局国际合作科",
  kind: "own_division",
  contactName: "陆武平",
  contactPhone: "0519-85680001",
  contactUserId: world.id("district"),
  dedicated: "dedicated",
  duties: "联络、走访、收集信息",
  validFrom: "2026-01-05",
  ...rest,
});

const desk = (person: PersonName, district = wujin) =>
  query(world.as(person), (tx) => districtDesk(tx, world.as(person), district, world.now()));

describe("the register", () => {
  it("starts as a gap, is corrected on the same day and succeeded on a later one", async () => {
    expect((await desk("officer"))?.gaps).toEqual(["no_body"]);
    await world.run("district", setBody, entry(0));
    expect((await desk("manager"))?.gaps).toEqual(["no_deputy"]);
    await world.run("district", setBody, entry(1, { deputyName: "武佐明" }));
    expect(await desk("auditor")).toMatchObject({ gaps: [], former: [], mayEdit: false });
    await expect(world.run("officer", setBody, entry(1))).rejects.toMatchObject({
      code: "version_conflict",
    });
    await world.run(
      "officer",
      setBody,
      entry(2, { contactName: "周接任", validFrom: "2026-03-01" }),
    );
    expect(await desk("district")).toMatchObject({
      mayEdit: true,
      body: { contactName: "周接任", contactPhone: "0519-85680001", version: 3 },
      former: [{ contactName: "陆武平", deputyName: "武佐明" }],
    });
    const stored = await world.owner.liaisonBody.findFirstOrThrow({
      where: { validTo: null },
      select: { contactPhoneEnc: true },
    });
    expect(stored.contactPhoneEnc).not.toContain("85680001");
  });

  it("takes no earlier day, no stranger's account and no other district", async () => {
    const refused = (rest: object) => world.run("officer", setBody, entry(3, rest));
    await expect(refused({ validFrom: "2026-02-01" })).rejects.toMatchObject({
      details: { fields: { validFrom: [{ code: "date_order" }] } },
    });
    await expect(
      refused({ contactUserId: world.id("district2"), validFrom: "2026-03-01" }),
    ).rejects.toMatchObject({
      details: { fields: { contactUserId: [{ code: "not_of_this_district" }] } },
    });
    await expect(world.run("district2", setBody, entry(3))).rejects.toMatchObject({ status: 404 });
    expect(await desk("district2")).toBeNull();
    expect(await desk("enterprise")).toBeNull();
  });

  it("shows the bureau all districts, a district its own and a unit none", async () => {
    const rows = (person: PersonName) =>
      query(world.as(person), (tx) => liaisonDesk(tx, world.as(person), world.now()));
    expect((await rows("officer")).length).toBeGreaterThan(1);
    expect((await rows("district")).map(({ districtId }) => districtId)).toEqual([wujin]);
    expect(await rows("enterprise")).toEqual([]);
  });
});

async function photoFile(person: PersonName): Promise<string> {
  const store = fileStore();
  const path = await store.incoming();
  await writeFile(path, photoOf(1));
  const storageKey = newKey();
  await store.keep(path, storageKey);
  const id = await world.file(person, "现场.png");
  const data = { storageKey, mediaType: "image/png" };
  await world.owner.storedFile.update({ where: { id }, data });
  return id;
}

const liaison = (person: PersonName, projectId: string) =>
  query(world.as(person), (tx) => projectLiaison(tx, world.as(person), projectId));

describe("a visit", () => {
  const visit = {
    visitedOn: "2026-03-01",
    visitors: "陆武平",
    findings: "消化环节滞后",
    agreed: "补齐技术资料",
  };

  it("keeps findings and cleaned photographs among officials; the unit reads what was agreed", async () => {
    const { id: projectId } = await world.project({ state: "active" });
    const upload = await photoFile("district");
    await world.run("district", recordVisit, { projectId, ...visit, photos: [upload] });
    const seen = await liaison("officer", projectId);
    expect(seen?.visits).toMatchObject([
      { findings: "消化环节滞后", photos: [{ name: "现场.png" }] },
    ]);
    const copy = seen?.visits[0]?.photos[0]?.id ?? "";
    const row = await world.owner.storedFile.findUniqueOrThrow({ where: { id: copy } });
    const bytes = await fileStore().read(row.storageKey);
    expect(bytes && (await buffer(bytes.body)).equals(Buffer.from(photoOf(1)))).toBe(true);
    expect(await world.owner.storedFile.findUnique({ where: { id: upload } })).toBeNull();
    const unit = await liaison("enterprise", projectId);
    expect(unit).toMatchObject({ visits: [], steps: [], watch: null });
    expect(unit?.contact).toMatchObject({ name: "周接任", phone: "0519-85680001" });
    const timeline = await query(world.as("enterprise"), (tx) =>
      timelineOf(tx, world.as("enterprise"), projectId),
    );
    expect(timeline[0]).toMatchObject({ command: "liaison.record-visit", reason: "补齐技术资料" });
  });

  it("refuses what is no photograph, somebody else's file and a day to come", async () => {
    const { id: projectId } = await world.project({ state: "active" });
    const record = (rest: object) =>
      world.run("district", recordVisit, { projectId, ...visit, ...rest });
    const pdf = await world.file("district");
    await expect(record({ photos: [pdf] })).rejects.toMatchObject({
      details: { fields: { "photos.0": [{ code: "not_a_photo" }] } },
    });
    const foreign = await photoFile("enterprise2");
    await expect(record({ photos: [foreign] })).rejects.toMatchObject({
      details: { fields: { "photos.0": [{ code: "file_not_usable" }] } },
    });
    await expect(record({ visitedOn: "2026-03-03" })).rejects.toMatchObject({ status: 422 });
  });
});

it("watches a project once at a time, from a reason to a reason, unseen by its unit", async () => {
  const { id: projectId } = await world.project({ state: "active" });
  await expect(world.run("officer", endWatch, { projectId, reason: "无" })).rejects.toMatchObject({
    code: "not_watched",
  });
  await world.run("officer", watchProject, { projectId, reason: "资助额大" });
  await expect(
    world.run("district", watchProject, { projectId, reason: "又一次" }),
  ).rejects.toMatchObject({ code: "already_watched" });
  expect((await liaison("manager", projectId))?.watch).toMatchObject({ reason: "资助额大" });
  expect((await liaison("enterprise", projectId))?.watch).toBeNull();
  await world.run("district", endWatch, { projectId, reason: "设备已到" });
  const list = (person: PersonName) =>
    query(world.as(person), (tx) => watchList(tx, world.as(person), { projectId }));
  expect(await list("auditor")).toMatchObject([{ endReason: "设备已到", mayEnd: false }]);
  expect(await list("enterprise")).toEqual([]);
});
