import { describe, expect, it } from "vitest";
import { begin, examplePlan } from "@/lib/absorption/begin.fixture";
import { verifyChain } from "@/lib/audit/verify";
import { auditKey } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { shiftDate } from "@/lib/kernel/working-days";
import type { InsertedProject } from "@/test/world";
import { useWorld } from "@/test/world";
import { sweepWarnings } from "./sweep";
import { desksOf, eventsOf, noon, warningsOf } from "./warnings.fixture";

const world = useWorld("2026-01-05T04:00:00Z");
const day = (text: string) => new Date(`${text}T00:00:00Z`);

async function sweepOn(date: string) {
  world.setClock(noon(date));
  return sweepWarnings(world.now());
}

/** A project whose ledger, milestones and payments are far in the future. */
async function quiet(options: Parameters<typeof begin>[1] = {}): Promise<InsertedProject> {
  const far = { importBy: "2031-01-01", digestBy: "2031-02-01", absorbBy: "2031-03-01" };
  const technologies = examplePlan.technologies
    .slice(0, 1)
    .map((row) => ({ ...row, ...far, reinnovateBy: "2031-04-01" }));
  const plan = { ...examplePlan, technologies, milestones: [], tranches: [] };
  const project = await begin(world, options, plan);
  await world.owner.periodicReport.deleteMany({ where: { projectId: project.id } });
  await world.owner.midTermCheck.deleteMany({ where: { projectId: project.id } });
  return project;
}

const guard = (project: InsertedProject) => ({
  projectId: project.id,
  unitId: project.unitId,
  districtId: project.districtId,
});

function linkOf(project: InsertedProject, link: string) {
  return world.owner.ledgerLink.findFirstOrThrow({
    where: { projectId: project.id, link },
    select: { id: true, technologyId: true },
  });
}

/** Raised on the first day, red on the second, closed on the last; a day before each nothing happens. */
async function follow(
  project: InsertedProject,
  rule: string,
  days: { amber: string; red: string },
  end: () => Promise<unknown>,
): Promise<void> {
  const standing = async () =>
    (await warningsOf(world, project.id))
      .filter((row) => row.rule === rule)
      .map(({ level, closedAt }) => `${level}${closedAt ? " closed" : ""}`);
  await sweepOn(shiftDate(days.amber, -1));
  expect(await standing()).toEqual([]);
  await sweepOn(days.amber);
  expect(await standing()).toEqual(["amber"]);
  await sweepOn(days.amber);
  await sweepOn(shiftDate(days.red, -1));
  expect(await standing()).toEqual(["amber"]);
  expect(await desksOf(world, project.id)).toHaveLength(1);
  await sweepOn(days.red);
  expect(await standing()).toEqual(["red"]);
  await end();
  await sweepOn(shiftDate(days.red, 1));
  expect(await standing()).toEqual(["red closed"]);
  expect(await desksOf(world, project.id)).toEqual([]);
  expect(await eventsOf(world, project.id)).toEqual([
    `raise ${rule}`,
    `worsen ${rule}`,
    `close ${rule}`,
  ]);
}

describe("each rule is raised, worsened and closed by the clock", () => {
  it("a link over plan: amber after 30 days, red after 90", async () => {
    const project = await quiet();
    const { id } = await linkOf(project, "import");
    await world.owner.ledgerLink.update({
      where: { id },
      data: { plannedTo: day("2026-01-10") },
    });
    await follow(project, "link_late", { amber: "2026-02-10", red: "2026-04-11" }, () =>
      world.owner.ledgerLink.update({ where: { id }, data: { status: "closed" } }),
    );
  });

  it("an import that is paid for and not digested", async () => {
    const project = await quiet();
    const link = await linkOf(project, "import");
    const digest = await linkOf(project, "digest");
    await world.owner.ledgerFigure.create({
      data: {
        id: newId(),
        ...guard(project),
        ledgerLinkId: link.id,
        code: "paid",
        value: "1200000",
        unit: "yuan",
        asOf: day("2026-02-28"),
        recordedById: world.id("filler"),
        recordedAt: world.now(),
      },
    });
    await follow(project, "undigested", { amber: "2026-08-29", red: "2027-03-01" }, () =>
      world.owner.ledgerLink.update({
        where: { id: digest.id },
        data: { actualFrom: day("2027-02-28") },
      }),
    );
  });

  it("a milestone over plan", async () => {
    const project = await quiet();
    const id = newId();
    await world.owner.milestone.create({
      data: { id, ...guard(project), name: "样机完成", plannedOn: day("2027-04-01") },
    });
    await follow(project, "milestone_late", { amber: "2027-05-02", red: "2027-07-01" }, () =>
      world.owner.milestone.update({ where: { id }, data: { doneOn: day("2027-07-01") } }),
    );
  });

  it("a report and a mid-term report that are late", async () => {
    const project = await quiet();
    const form = await world.owner.formVersion.findFirstOrThrow({ select: { id: true } });
    const report = newId();
    await world.owner.periodicReport.create({
      data: {
        id: report,
        ...guard(project),
        kind: "annual",
        period: 2027,
        formVersionId: form.id,
        dueAt: new Date("2027-08-26T15:59:59.999Z"),
      },
    });
    await follow(project, "report_late", { amber: "2027-08-27", red: "2027-09-26" }, () =>
      world.owner.periodicReport.update({ where: { id: report }, data: { status: "submitted" } }),
    );
    const other = await quiet();
    const check = newId();
    await world.owner.midTermCheck.create({
      data: { id: check, ...guard(other), dueAt: new Date("2027-10-01T15:59:59.999Z") },
    });
    await follow(other, "mid_term_late", { amber: "2027-10-02", red: "2027-11-01" }, () =>
      world.owner.midTermCheck.update({ where: { id: check }, data: { status: "self_report" } }),
    );
  });

  it("a key person who is gone, until somebody takes his place", async () => {
    const project = await quiet();
    const gone = day("2027-11-10");
    const member = { ...guard(project), name: "吴敏", part: "key" };
    await world.owner.projectMember.create({
      data: { id: newId(), ...member, validFrom: day("2026-01-01"), validTo: gone },
    });
    await follow(project, "person_gone", { amber: "2027-11-11", red: "2028-01-10" }, () =>
      world.owner.projectMember.create({
        data: { id: newId(), ...member, name: "郑源", part: "member", validFrom: gone },
      }),
    );
  });

  it("money that lies on its way, and money that lies idle", async () => {
    const project = await quiet();
    const id = newId();
    await world.owner.payment.create({
      data: {
        id,
        ...guard(project),
        purpose: "grant",
        amount: "360000",
        originalAmount: "360000",
        issuedAt: new Date("2028-02-01T02:00:00Z"),
        issuedById: world.id("officer"),
      },
    });
    await follow(project, "money_stuck", { amber: "2028-03-03", red: "2028-05-02" }, () =>
      world.owner.payment.update({
        where: { id },
        data: { status: "received", receivedAt: new Date("2028-05-02T02:00:00Z") },
      }),
    );
    await sweepOn("2028-11-02");
    await sweepOn("2028-11-03");
    await sweepOn("2029-05-03");
    await world.owner.project.update({
      where: { id: project.id },
      data: { spentAmount: "180000" },
    });
    await sweepOn("2029-05-04");
    expect((await eventsOf(world, project.id)).slice(3)).toEqual([
      "raise money_idle",
      "worsen money_idle",
      "close money_idle",
    ]);
  });

  it("R below the plan's path", async () => {
    const project = await quiet();
    const set = async (link: string, data: object) =>
      world.owner.ledgerLink.update({ where: { id: (await linkOf(project, link)).id }, data });
    await set("import", { cost: "1000000", plannedCost: "1000000" });
    // The path climbs from 0 to 1 within a hundred days; R stands at 0.2.
    await set("digest", {
      cost: "200000",
      actualFrom: day("2029-06-01"),
      plannedCost: "1000000",
      plannedFrom: day("2029-06-01"),
      plannedTo: day("2029-09-09"),
    });
    await follow(project, "ratio_low", { amber: "2029-06-27", red: "2029-07-12" }, () =>
      set("digest", { cost: "900000" }),
    );
  });
});

describe("whose desk", () => {
  it("moves to the district with what is handed in, and for direct units to the other officer", async () => {
    const project = await quiet();
    const direct = await quiet({ unit: "direct", set: { caseOfficerId: world.id("officer") } });
    for (const { id } of [await linkOf(project, "import"), await linkOf(direct, "import")]) {
      await world.owner.ledgerLink.update({
        where: { id },
        data: { plannedTo: day("2029-06-01") },
      });
    }
    await sweepOn("2029-09-01");
    expect(await desksOf(world, project.id)).toMatchObject([
      { kind: "warnings.link_late", holderRole: "filler" },
    ]);
    await world.owner.ledgerLink.updateMany({
      where: { projectId: { in: [project.id, direct.id] }, link: "import" },
      data: { status: "submitted" },
    });
    await sweepOn("2029-09-02");
    expect(await desksOf(world, project.id)).toMatchObject([{ holderRole: "district_officer" }]);
    expect(await desksOf(world, direct.id)).toMatchObject([
      { holderRole: "bureau_officer", exceptUserId: world.id("officer") },
    ]);
    expect(await eventsOf(world, project.id)).toEqual(["raise link_late"]);
  });
});

describe("what a look leaves", () => {
  it("closes at the next call after a command, and eases what is put off", async () => {
    const project = await quiet();
    const link = await linkOf(project, "import");
    const plannedTo = (date: string) =>
      world.owner.ledgerLink.update({ where: { id: link.id }, data: { plannedTo: day(date) } });
    await plannedTo("2029-06-01");
    await sweepOn("2029-10-01");
    await plannedTo("2029-08-20");
    expect(await sweepOn("2029-10-01")).toMatchObject({ eased: 0 });
    // A command on the project makes the next call look at it again, on the same day.
    const { reportSpending } = await import("@/lib/absorption/commands/report-spending");
    await world.run("enterprise", reportSpending, {
      projectId: project.id,
      spentAmount: "1000",
      asOf: "2029-09-30",
    });
    expect(await sweepOn("2029-10-01")).toMatchObject({ raised: 0, eased: 1 });
    expect(await sweepOn("2029-10-01")).toMatchObject({ raised: 0, eased: 0 });
    await world.owner.project.update({ where: { id: project.id }, data: { state: "archived" } });
    await sweepOn("2029-10-02");
    expect(await eventsOf(world, project.id)).toEqual([
      "raise link_late",
      "ease link_late",
      "close link_late",
    ]);
  });

  it("keeps counts that agree with the rows, and a chain that verifies", async () => {
    const counted = await world.owner.warningCount.findMany({
      where: { open: { gt: 0 } },
      orderBy: [{ districtId: "asc" }, { rule: "asc" }, { stage: "asc" }, { level: "asc" }],
    });
    const open = await world.owner.warning.groupBy({
      by: ["districtId", "rule", "stage", "level"],
      where: { closedAt: null },
      orderBy: [{ districtId: "asc" }, { rule: "asc" }, { stage: "asc" }, { level: "asc" }],
      _count: { _all: true },
    });
    expect(open.length).toBeGreaterThan(0);
    expect(counted).toEqual(open.map(({ _count, ...row }) => ({ ...row, open: _count._all })));
    expect(await verifyChain(world.owner, auditKey())).toMatchObject({ ok: true });
  });
});
