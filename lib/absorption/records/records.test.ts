import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { type PersonName, useWorld } from "@/test/world";
import { begin, cell, ledger, read } from "../begin.fixture";
import { addEvidence } from "../commands/add-evidence";
import { confirmLink } from "../commands/confirm-link";
import { setMastery } from "../commands/set-mastery";
import { readingsOf } from "../reading-queries";
import { confirmRecord } from "./commands/confirm-record";
import { recordRegistration } from "./commands/record-registration";
import { recordRight } from "./commands/record-right";
import { recordTraining } from "./commands/record-training";
import { returnRecord } from "./commands/return-record";
import { stateRetention } from "./commands/state-retention";
import { recordsOf } from "./queries";

const world = useWorld();

const right = { type: "invention", status: "filed", title: "一种换能器", datedOn: "2026-02-20" };
const registration = {
  kind: "technology_import",
  title: "技术许可合同",
  amount: "1200000",
  registeredOn: "2026-02-10",
};

async function records(projectId: string, by: PersonName = "enterprise") {
  const view = await read((tx) => recordsOf(tx, world.as(by), projectId, world.now()));
  if (view === null) throw new Error("not in scope");
  return view;
}

async function judge(projectId: string, command: Command, rest: object = {}) {
  const [row] = (await records(projectId)).rights;
  const body = { projectId, recordType: "right", recordId: row?.id, version: row?.version };
  return world.run("district", command, { ...body, ...rest });
}

const desk = (projectId: string, kind: string) =>
  world.owner.duty.count({ where: { projectId, kind, status: "open" } });

describe("a record", () => {
  it("is confirmed by the district, or returned and corrected", async () => {
    const { id } = await begin(world);
    await world.run("filler", recordRight, { projectId: id, ...right });
    expect(await desk(id, "absorption.confirm_record")).toBe(1);
    await judge(id, returnRecord, { reason: "缺受理通知书" });
    const [returned] = (await records(id)).rights;
    expect(returned).toMatchObject({ review: "returned", actions: ["absorption.record-right"] });
    const corrected = { projectId: id, recordId: returned?.id, ...right, number: "CN2026001" };
    await world.run("filler", recordRight, corrected);
    await expect(world.run("filler", recordRight, corrected)).rejects.toMatchObject({
      code: "record_not_returned",
    });
    await judge(id, confirmRecord);
    expect((await records(id)).rights).toMatchObject([
      { review: "confirmed", number: "CN2026001", reviewReason: null, reviewedByName: "陆武" },
    ]);
    expect(await desk(id, "absorption.confirm_record")).toBe(0);
    await expect(judge(id, confirmRecord)).rejects.toMatchObject({ code: "wrong_status" });
  });

  it("lies inside the project's time and is known once", async () => {
    const { id } = await begin(world);
    const body = { projectId: id, ...right };
    await expect(
      world.run("filler", recordRight, { ...body, datedOn: "2020-01-01" }),
    ).rejects.toMatchObject({
      details: { fields: { datedOn: [{ code: "outside_project_time" }] } },
    });
    await expect(
      world.run("filler", recordRight, { ...body, datedOn: "2026-03-03" }),
    ).rejects.toMatchObject({ details: { fields: { datedOn: [{ code: "in_the_future" }] } } });
    await expect(world.run("officer", recordRight, body)).rejects.toMatchObject({ status: 403 });
    await expect(world.run("enterprise2", recordRight, body)).rejects.toMatchObject({
      status: 404,
    });
    const number = "JS-2026-0001";
    await world.run("filler", recordRegistration, { projectId: id, ...registration, number });
    const { id: other } = await begin(world);
    await expect(
      world.run("filler", recordRegistration, { projectId: other, ...registration, number }),
    ).rejects.toMatchObject({
      details: { fields: { number: [{ code: "registration_known_already" }] } },
    });
  });

  it("counts people who stayed a year, once the year is over", async () => {
    const { id } = await begin(world);
    const body = { projectId: id, place: "abroad", topic: "装配", certified: true };
    await world.run("filler", recordTraining, { ...body, name: "王工", endedOn: "2026-02-01" });
    const person = async () => (await records(id)).people[0];
    const state = async (asOf: string) => {
      const row = await person();
      return world.run("filler", stateRetention, {
        projectId: id,
        personId: row?.id,
        version: row?.version,
        stayed: true,
        asOf,
      });
    };
    expect((await records(id)).trainingCount).toEqual({
      trained: 1,
      certified: 1,
      due: 0,
      stayed: 0,
    });
    await expect(state("2026-03-01")).rejects.toMatchObject({
      details: { fields: { asOf: [{ code: "year_not_over" }] } },
    });
    world.setClock("2027-03-01T02:00:00Z");
    expect((await person())?.retentionActions).toEqual(["absorption.state-retention"]);
    await state("2027-02-20");
    expect((await records(id)).trainingCount).toMatchObject({ due: 1, stayed: 1 });
    world.setClock("2026-03-02T02:00:00Z");
  });

  it("proves a criterion instead of a file, once, and is confirmed with the link", async () => {
    const { id } = await begin(world);
    const body = { projectId: id, ...registration, number: "JS-2026-0002" };
    await world.run("filler", recordRegistration, body);
    const [row] = (await records(id)).registrations;
    const prove = async (rest: object) => {
      const { link } = await cell(world, id, 0, "import");
      return world.run("filler", addEvidence, {
        projectId: id,
        linkId: link.id,
        version: link.version,
        criterionCode: "contract_registered",
        description: "登记证",
        datedOn: "2026-02-20",
        ...rest,
      });
    };
    await expect(prove({})).rejects.toMatchObject({
      details: { fields: { fileId: [{ code: "file_or_record_needed" }] } },
    });
    const record = `registration:${row?.id}`;
    await prove({ record });
    await expect(prove({ record })).rejects.toMatchObject({
      details: { fields: { record: [{ code: "record_proves_this_already" }] } },
    });
    for (const criterionCode of ["data_checked", "clauses_checked"]) {
      await prove({ criterionCode, fileId: await world.file("filler") });
    }
    const { link } = await cell(world, id, 0, "import");
    await world.owner.ledgerLink.update({
      where: { id: link.id },
      data: { status: "submitted" },
      select: { id: true },
    });
    await world.run("district", confirmLink, {
      projectId: id,
      linkId: link.id,
      version: link.version,
      closedOn: "2026-03-02",
    });
    const [confirmed] = (await records(id)).registrations;
    expect(confirmed?.review).toBe("confirmed");
    const returning = { projectId: id, recordType: "registration", reason: "存疑" };
    await expect(
      world.run("district", returnRecord, {
        ...returning,
        recordId: confirmed?.id,
        version: confirmed?.version,
      }),
    ).rejects.toMatchObject({ code: "record_proves_closed_link" });
  });
});

describe("mastery", () => {
  it("rises only on evidence, and every reading stays", async () => {
    const { id } = await begin(world);
    const set = async (rest: object) => {
      const [technology] = (await ledger(world, "enterprise", id)).technologies;
      return world.run("filler", setMastery, {
        projectId: id,
        technologyId: technology?.id,
        version: technology?.version,
        note: "评估",
        ...rest,
      });
    };
    await expect(set({ mastery: 1 })).rejects.toMatchObject({
      details: { fields: { fileId: [{ code: "mastery_needs_evidence" }] } },
    });
    const { technology } = await cell(world, id, 1, "import");
    await expect(set({ mastery: 1, evidenceId: technology.id })).rejects.toMatchObject({
      details: { fields: { evidenceId: [{ code: "evidence_not_usable" }] } },
    });
    const fileId = await world.file("filler");
    await set({ mastery: 1, trlNow: 6, asOf: "2026-02-10", fileId });
    await expect(set({ mastery: 2, asOf: "2026-02-09", fileId })).rejects.toMatchObject({
      details: { fields: { asOf: [{ code: "before_last_reading" }] } },
    });
    await set({ mastery: 3, trlNow: 8, fileId });
    const view = await read((tx) => readingsOf(tx, world.as("auditor"), id, world.now()));
    expect(
      view?.technologies[0]?.readings.map(({ asOf, mastery, trl }) => [asOf, mastery, trl]),
    ).toEqual([
      ["2026-02-10", 1, 6],
      ["2026-03-02", 3, 8],
    ]);
  });
});
