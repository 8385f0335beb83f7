import { describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify";
import { auditKey } from "@/lib/kernel/env";
import { newId } from "@/lib/kernel/ids";
import { shiftDate } from "@/lib/kernel/working-days";
import type { InsertedProject } from "@/test/world";
import { useWorld } from "@/test/world";
import { day, guard, layCause, linkOf, quiet } from "./causes.fixture";
import { sweepWarnings } from "./sweep";
import { desksOf, eventsOf, noon, warningsOf } from "./warnings.fixture";

const world = useWorld("2026-01-05T04:00:00Z");

async function sweepOn(date: string) {
  world.setClock(noon(date));
  return sweepWarnings(world.now());
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
  it.each([
    ["link_late", "2026-01-10", { amber: "2026-02-10", red: "2026-04-11" }],
    ["undigested", "2026-02-28", { amber: "2026-08-29", red: "2027-03-01" }],
    ["milestone_late", "2027-04-01", { amber: "2027-05-02", red: "2027-07-01" }],
    ["report_late", "2027-08-26", { amber: "2027-08-27", red: "2027-09-26" }],
    ["mid_term_late", "2027-10-01", { amber: "2027-10-02", red: "2027-11-01" }],
    ["person_gone", "2027-11-10", { amber: "2027-11-11", red: "2028-01-10" }],
  ] as const)("%s since %s", async (rule, since, days) => {
    const project = await quiet(world);
    const end = await layCause[rule](world, project, since);
    await follow(project, rule, days, () => end(days.red));
  });

  it("money that lies on its way, and money that lies idle", async () => {
    const project = await quiet(world);
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
    const project = await quiet(world);
    const set = async (link: string, data: object) =>
      world.owner.ledgerLink.update({
        where: { id: (await linkOf(world, project, link)).id },
        data,
      });
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
    const project = await quiet(world);
    const direct = await quiet(world, {
      unit: "direct",
      set: { caseOfficerId: world.id("officer") },
    });
    for (const { id } of [
      await linkOf(world, project, "import"),
      await linkOf(world, direct, "import"),
    ]) {
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
    const project = await quiet(world);
    const link = await linkOf(world, project, "import");
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
