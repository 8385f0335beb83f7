import { describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { begin, cell, ledger } from "./begin.fixture";
import { addEvidence } from "./commands/add-evidence";
import { confirmLink } from "./commands/confirm-link";
import { recordLinkFigures } from "./commands/record-link-figures";
import { reopenLink } from "./commands/reopen-link";
import { returnLink } from "./commands/return-link";
import { setMastery } from "./commands/set-mastery";
import { submitLink } from "./commands/submit-link";

const world = useWorld();

async function prove(projectId: string, at: number, link: string): Promise<void> {
  const { link: before } = await cell(world, projectId, at, link);
  for (const criterion of before.criteria) {
    const { link: now } = await cell(world, projectId, at, link);
    await world.run("filler", addEvidence, {
      projectId,
      linkId: now.id,
      version: now.version,
      criterionCode: criterion.code,
      description: "佐证材料",
      datedOn: "2026-02-20",
      fileId: await world.file("filler"),
    });
  }
}

async function submit(projectId: string, at: number, link: string) {
  const { link: row } = await cell(world, projectId, at, link);
  return world.run("filler", submitLink, { projectId, linkId: row.id, version: row.version });
}

async function confirm(projectId: string, at: number, link: string) {
  const { link: row } = await cell(world, projectId, at, link);
  return world.run("district", confirmLink, {
    projectId,
    linkId: row.id,
    version: row.version,
    closedOn: "2026-03-02",
  });
}

async function master(projectId: string, at: number, mastery: number, trlNow?: number) {
  const { technology } = await cell(world, projectId, at, "import");
  await world.run("filler", setMastery, {
    projectId,
    technologyId: technology.id,
    version: technology.version,
    mastery,
    note: "掌握度评估",
    fileId: await world.file("filler"),
    ...(trlNow === undefined ? {} : { trlNow }),
  });
}

async function figures(projectId: string, at: number, link: string, cost: string, rows: object[]) {
  const { link: row } = await cell(world, projectId, at, link);
  const dated = rows.map((figure) => ({ basis: "单台物料清单", asOf: "2026-02-28", ...figure }));
  await world.run("filler", recordLinkFigures, {
    projectId,
    linkId: row.id,
    version: row.version,
    cost,
    figures: dated,
  });
}

const openDuties = (projectId: string, kind: string) =>
  world.owner.duty.findMany({
    where: { projectId, kind, status: "open" },
    select: { subjectId: true, holderRole: true, dueAt: true, returned: true },
  });

describe("the start of absorption", () => {
  it("stores ledger, milestones, tranches, reports and the mid-term check with the first duties", async () => {
    const { id } = await begin(world);
    const view = await ledger(world, "enterprise", id);
    expect(view.technologies).toHaveLength(3);
    expect(view.technologies.every((row) => row.links.length === 4)).toBe(true);
    expect(view.milestones.map((row) => row.plannedOn)).toEqual(["2026-09-30"]);
    expect(await openDuties(id, "absorption.prove_link")).toHaveLength(3);
    expect(await openDuties(id, "absorption.milestone")).toHaveLength(1);
    expect(await openDuties(id, "absorption.issue_payment")).toHaveLength(1);
    expect(await openDuties(id, "absorption.mid_term_check")).toHaveLength(1);
    const reports = await world.owner.periodicReport.findMany({
      where: { projectId: id },
      orderBy: { period: "asc" },
      select: { period: true, dueAt: true },
    });
    expect(reports.map((row) => [row.period, row.dueAt.toISOString()])).toEqual([
      [2026, "2026-12-26T15:59:59.999Z"],
      [2027, "2027-12-26T15:59:59.999Z"],
    ]);
    expect(await openDuties(id, "absorption.annual_report")).toHaveLength(1);
  });

  it("gives modes without a ledger their milestones only, and the light profile no mid-term check", async () => {
    const { id } = await begin(world, { set: { cooperationMode: "M7", lightProfile: true } });
    const view = await ledger(world, "enterprise", id);
    expect([view.hasLedger, view.technologies.length, view.measures]).toEqual([false, 0, null]);
    expect(view.milestones).toHaveLength(1);
    expect(await openDuties(id, "absorption.mid_term_check")).toHaveLength(0);
  });

  it("leaves no work on any desk for a project that is past absorption", async () => {
    const { id } = await begin(world, { state: "tracking" });
    expect(await world.owner.duty.count({ where: { projectId: id } })).toBe(0);
    expect(await world.owner.technology.count({ where: { projectId: id } })).toBe(3);
  });
});

describe("a link", () => {
  it("closes in order only, on proof, when the district confirms", async () => {
    const { id } = await begin(world);
    await expect(submit(id, 0, "import")).rejects.toMatchObject({ code: "criteria_unproven" });
    await prove(id, 0, "digest");
    await expect(submit(id, 0, "digest")).rejects.toMatchObject({ code: "former_link_open" });
    await prove(id, 0, "import");
    const { link: ready } = await cell(world, id, 0, "import");
    expect(ready.actions).toContain("absorption.submit-link");
    await submit(id, 0, "import");
    expect(await openDuties(id, "absorption.confirm_link")).toMatchObject([
      { holderRole: "district_officer", subjectId: ready.id },
    ]);
    await confirm(id, 0, "import");
    const { link: closed } = await cell(world, id, 0, "import");
    expect(closed).toMatchObject({ status: "closed", actualTo: "2026-03-02", confirmedBy: "陆武" });
    const { link: digest } = await cell(world, id, 0, "digest");
    const waiting = await openDuties(id, "absorption.prove_link");
    expect(waiting.map((row) => row.subjectId)).toContain(digest.id);
    await expect(submit(id, 0, "digest")).rejects.toMatchObject({ code: "criteria_unmet" });
    await master(id, 0, 2);
    await figures(id, 0, "digest", "400000", [
      { code: "points_mastered", numerator: "8", denominator: "10" },
    ]);
    await submit(id, 0, "digest");
    await confirm(id, 0, "digest");
    expect((await cell(world, id, 0, "digest")).link.status).toBe("closed");
  });

  it("comes back with a reason, and what was returned no longer proves", async () => {
    const { id } = await begin(world);
    await prove(id, 1, "import");
    await submit(id, 1, "import");
    const { link } = await cell(world, id, 1, "import");
    const doubtful = link.criteria[0]?.evidence[0]?.id;
    await world.run("district", returnLink, {
      projectId: id,
      linkId: link.id,
      version: link.version,
      reason: "合同登记证缺页",
      evidenceIds: [doubtful],
    });
    const { link: back } = await cell(world, id, 1, "import");
    expect(back).toMatchObject({ status: "returned", returnedReason: "合同登记证缺页" });
    expect(back.criteria.map((row) => row.proven)).toEqual([false, true, true]);
    await expect(submit(id, 1, "import")).rejects.toMatchObject({ code: "criteria_unproven" });
    const desk = await openDuties(id, "absorption.prove_link");
    expect(desk.find((row) => row.subjectId === link.id)?.returned).toBe(true);
  });

  it("is reopened by the bureau with a reason, but not under a later closed link", async () => {
    const { id } = await begin(world);
    await prove(id, 0, "import");
    await submit(id, 0, "import");
    await confirm(id, 0, "import");
    const { link } = await cell(world, id, 0, "import");
    const body = { projectId: id, linkId: link.id, version: link.version, reason: "核验有误" };
    await expect(world.run("district", reopenLink, body)).rejects.toMatchObject({ status: 403 });
    await prove(id, 0, "digest");
    await master(id, 0, 3);
    await figures(id, 0, "digest", "1", [
      { code: "points_mastered", numerator: "9", denominator: "10" },
    ]);
    await submit(id, 0, "digest");
    await expect(world.run("officer", reopenLink, body)).rejects.toMatchObject({
      code: "later_link_closed",
    });
    const { link: digest } = await cell(world, id, 0, "digest");
    await world.run("district", returnLink, {
      projectId: id,
      linkId: digest.id,
      version: digest.version,
      reason: "请补充",
    });
    await world.run("officer", reopenLink, body);
    expect((await cell(world, id, 0, "import")).link.status).toBe("open");
  });

  it("can't be confirmed by another district, its own unit, or seen by another unit", async () => {
    const { id } = await begin(world);
    await prove(id, 0, "import");
    await submit(id, 0, "import");
    const { link } = await cell(world, id, 0, "import");
    const body = { projectId: id, linkId: link.id, version: link.version, closedOn: "2026-03-02" };
    await expect(world.run("enterprise", confirmLink, body)).rejects.toMatchObject({ status: 403 });
    await expect(world.run("district2", confirmLink, body)).rejects.toMatchObject({ status: 404 });
    await expect(world.run("enterprise2", submitLink, body)).rejects.toMatchObject({ status: 422 });
    await expect(ledger(world, "enterprise2", id)).rejects.toThrow("no ledger in scope");
    await world.run("district", confirmLink, body);
    await expect(world.run("district", confirmLink, body)).rejects.toMatchObject({ status: 409 });
  });
});

describe("evidence", () => {
  const piece = async (projectId: string, rest: object) => {
    const { link } = await cell(world, projectId, 0, "import");
    return world.run("filler", addEvidence, {
      projectId,
      linkId: link.id,
      version: link.version,
      criterionCode: "contract_registered",
      description: "技术进口合同登记证",
      datedOn: "2026-02-20",
      ...rest,
    });
  };

  it("names a criterion of its link and a day inside the project's time", async () => {
    const { id } = await begin(world);
    await expect(piece(id, { criterionCode: "staff_certified" })).rejects.toMatchObject({
      status: 422,
      details: { fields: { criterionCode: [{ code: "not_in_template" }] } },
    });
    await expect(piece(id, { datedOn: "2025-12-31" })).rejects.toMatchObject({
      details: { fields: { datedOn: [{ code: "outside_project_time" }] } },
    });
    await expect(piece(id, { datedOn: "2026-03-03" })).rejects.toMatchObject({
      details: { fields: { datedOn: [{ code: "in_the_future" }] } },
    });
    await piece(id, { fileId: await world.file("filler") });
    const { link } = await cell(world, id, 0, "import");
    expect(link.criteria[0]?.proven).toBe(true);
  });

  it("can't prove the same criterion twice with one file, but another one it can", async () => {
    const { id } = await begin(world);
    const fileId = await world.file("filler");
    await piece(id, { fileId });
    await expect(piece(id, { fileId })).rejects.toMatchObject({
      status: 422,
      details: { fields: { fileId: [{ code: "file_proves_this_already" }] } },
    });
    await piece(id, { fileId, criterionCode: "data_checked" });
    const foreign = await world.file("enterprise2");
    await expect(piece(id, { fileId: foreign })).rejects.toMatchObject({
      details: { fields: { fileId: [{ code: "file_not_usable" }] } },
    });
  });
});

describe("the worked example of domain.md §2.2", () => {
  it("is stored through commands and read back: R 0.80, AI 0.725, 63.0 %, TRL +3", async () => {
    const { id } = await begin(world);
    await master(id, 0, 3, 8);
    await master(id, 1, 2);
    await master(id, 2, 4);
    await figures(id, 0, "import", "1200000", []);
    await figures(id, 0, "digest", "400000", []);
    await figures(id, 0, "absorb", "560000", [
      { code: "localisation", numerator: "18500", denominator: "50000" },
    ]);
    const { measures, technologies } = await ledger(world, "officer", id);
    expect(measures).toMatchObject({
      masteryIndex: 0.725,
      absorptionRatio: 0.8,
      localisation: [
        {
          percent: "63.0",
          imported: "18500.00",
          total: "50000.00",
          basis: "单台物料清单",
          asOf: "2026-02-28",
        },
      ],
    });
    expect(technologies[0]?.trlGain).toBe(3);
    expect(measures?.readiness[0]?.technologies[0]?.gain).toBe(3);
  });

  it("keeps readiness on its own scale", async () => {
    const { id } = await begin(world);
    const { technology } = await cell(world, id, 0, "import");
    const body = {
      projectId: id,
      technologyId: technology.id,
      version: technology.version,
      mastery: 1,
      note: "评估",
      fileId: await world.file("filler"),
    };
    await expect(
      world.run("filler", setMastery, { ...body, trlNow: 7, trlScaleId: "gb9" }),
    ).rejects.toMatchObject({ details: { fields: { trlScaleId: [{ code: "other_scale" }] } } });
    await expect(world.run("filler", setMastery, { ...body, mastery: 5 })).rejects.toMatchObject({
      status: 422,
    });
  });
});

describe("a late link", () => {
  it("is amber after 30 days and red after 90", async () => {
    const { id } = await begin(world);
    const at = async (instant: string) => {
      world.setClock(instant);
      return (await cell(world, id, 0, "import")).link;
    };
    expect(await at("2026-07-30T02:00:00Z")).toMatchObject({ overdueDays: 30, warning: "late" });
    expect(await at("2026-07-31T02:00:00Z")).toMatchObject({ overdueDays: 31, warning: "amber" });
    expect(await at("2026-09-29T02:00:00Z")).toMatchObject({ overdueDays: 91, warning: "red" });
    world.setClock("2026-03-02T02:00:00Z");
  });
});
