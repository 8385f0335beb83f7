import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { begin, examplePlan, read } from "./begin.fixture";
import { changesOf, promiseOf } from "./change-queries";
import { approveChange } from "./commands/approve-change";
import { checkMidTerm } from "./commands/check-mid-term";
import { closeReport } from "./commands/close-report";
import { confirmReport } from "./commands/confirm-report";
import { giveChangeOpinion } from "./commands/give-change-opinion";
import { planTechnology } from "./commands/plan-technology";
import { proposeSuspension } from "./commands/propose-suspension";
import { requestChange } from "./commands/request-change";
import { returnReport } from "./commands/return-report";
import { saveReport } from "./commands/save-report";
import { submitMidTerm } from "./commands/submit-mid-term";
import { submitReport } from "./commands/submit-report";
import { moneyOf } from "./money-queries";
import { midTermChecksOf, reportOf, reportsOf } from "./report-queries";

const world = useWorld();

async function money(project: InsertedProject, person: PersonName = "officer") {
  const view = await read((tx) => moneyOf(tx, world.as(person), project.id, world.now()));
  if (view === null) throw new Error("no money in scope");
  return view;
}

describe("an annual report", () => {
  const answers = { progress: "按计划推进", problems: "", nextSteps: "完成样机" };

  it("is saved, submitted, returned, corrected, confirmed, closed, and the next year's opens", async () => {
    const project = await begin(world);
    const row = async () => {
      const rows = await read((tx) => reportsOf(tx, world.as("officer"), project.id, world.now()));
      const [first] = rows ?? [];
      if (!first) throw new Error("no report");
      return first;
    };
    const step = async (person: PersonName, command: Command, rest = {}) => {
      const { id: reportId, version } = await row();
      return world.run(person, command, { projectId: project.id, reportId, version, ...rest });
    };
    await step("filler", saveReport, answers);
    expect(await world.owner.event.count({ where: { command: "absorption.save-report" } })).toBe(0);
    await expect(step("filler", submitReport, answers)).rejects.toMatchObject({ status: 403 });
    await step("enterprise", submitReport, answers);
    await expect(step("enterprise", submitReport, answers)).rejects.toMatchObject({ status: 409 });
    await step("district", returnReport, { reason: "请补充经费情况" });
    expect(await row()).toMatchObject({ status: "open", returnedReason: "请补充经费情况" });
    await step("enterprise", submitReport, { ...answers, spentAmount: "1000000" });
    await step("district", confirmReport);
    await expect(step("district", returnReport, { reason: "已确认" })).rejects.toMatchObject({
      code: "wrong_status",
    });
    await step("officer", closeReport);
    const { id: reportId } = await row();
    const view = await read((tx) =>
      reportOf(tx, world.as("enterprise"), { projectId: project.id, reportId }, world.now()),
    );
    expect(view).toMatchObject({ cutoff: "2026-11-30", status: "closed", actions: [] });
    expect(view?.facts.milestones).toEqual([
      { name: "样机完成", plannedOn: "2026-09-30", doneOn: null },
    ]);
    expect(view?.answers.spentAmount).toBe("1000000");
    expect((await money(project)).spent).toBe("1000000.00");
    const duty = await world.owner.duty.findMany({
      where: { projectId: project.id, kind: "absorption.annual_report", status: "open" },
      select: { period: true },
    });
    expect(duty).toEqual([{ period: "2027" }]);
  });
});

describe("a change", () => {
  const ask = (project: InsertedProject, rest: object) =>
    world.run("enterprise", requestChange, {
      projectId: project.id,
      reason: "外方供货推迟",
      ...rest,
    });
  const view = async (project: InsertedProject, person: PersonName) => {
    const found = await read((tx) => changesOf(tx, world.as(person), project.id));
    const [latest] = found?.changes ?? [];
    if (!latest) throw new Error("no change");
    return latest;
  };
  const decide = async (
    project: InsertedProject,
    person: PersonName,
    command: Command,
    rest = {},
  ) => {
    const { id: changeId, version } = await view(project, person);
    return world.run(person, command, { projectId: project.id, changeId, version, ...rest });
  };
  const agree = { verdict: "agree", opinion: "同意" };

  it("of the term: once, at most 12 months, three months ahead; it rewrites the due dates", async () => {
    const project = await begin(world);
    const term = (endsOn: string) => ask(project, { kind: "term", endsOn });
    await expect(term("2029-01-01")).rejects.toMatchObject({
      details: { fields: { endsOn: [{ code: "extension_too_long" }] } },
    });
    await expect(term("2027-12-31")).rejects.toMatchObject({
      details: { fields: { endsOn: [{ code: "not_after_end" }] } },
    });
    world.setClock("2027-10-01T02:00:00Z");
    await expect(term("2028-06-30")).rejects.toMatchObject({ code: "extension_too_late" });
    world.setClock("2026-03-02T02:00:00Z");
    await term("2028-12-31");
    await expect(term("2028-06-30")).rejects.toMatchObject({ code: "change_already_open" });
    await decide(project, "district", giveChangeOpinion, agree);
    await decide(project, "officer", approveChange);
    const row = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { endsOn: true, dueAt: true, version: true },
    });
    expect(row.endsOn?.toISOString()).toBe("2028-12-31T00:00:00.000Z");
    expect(row.dueAt?.toISOString()).toBe("2028-12-31T15:59:59.999Z");
    expect(row.version).toBe(2);
    const periods = await world.owner.periodicReport.findMany({
      where: { projectId: project.id },
      orderBy: { period: "asc" },
      select: { period: true },
    });
    expect(periods.map(({ period }) => period)).toEqual([2026, 2027, 2028]);
    await expect(term("2029-06-30")).rejects.toMatchObject({ code: "extension_used" });
  });

  it("of targets makes the next baseline version, and the promise's line shows both", async () => {
    const project = await world.project({ state: "active" });
    const [first] = await world.owner.target.findMany({
      where: { projectId: project.id },
      orderBy: { position: "asc" },
      skip: 2,
      take: 1,
      select: { indicatorCode: true, value: true },
    });
    const code = first?.indicatorCode ?? "";
    const targets = [{ indicatorCode: code, value: "7", core: false }];
    await expect(
      ask(project, { kind: "targets", targets: [{ ...targets[0], indicatorCode: "X9" }] }),
    ).rejects.toMatchObject({ status: 422 });
    await ask(project, { kind: "targets", targets });
    await decide(project, "district", giveChangeOpinion, agree);
    await decide(project, "officer", approveChange);
    const line = await read((tx) => promiseOf(tx, world.as("manager"), project.id));
    expect(line?.versions.map(({ version, cause }) => [version, cause])).toEqual([
      [1, "contract"],
      [2, "change"],
    ]);
    expect(line?.targets.find(({ indicatorCode }) => indicatorCode === code)?.values).toEqual([
      { version: 1, value: first?.value },
      { version: 2, value: "7" },
    ]);
  });

  it("of the partner swaps the dated rows; whoever spoke on it can't approve it", async () => {
    const project = await world.project({ state: "active", unit: "direct" });
    await world.run("direct", requestChange, {
      projectId: project.id,
      kind: "foreign_partner",
      reason: "外方重组",
      partner: { name: "慕尼黑超声研究所", countryCode: "DE", type: "research_institute" },
      documents: [{ fileId: await world.file("direct"), documentKind: "D03" }],
    });
    await decide(project, "officer2", giveChangeOpinion, agree);
    expect((await view(project, "officer2")).actions).toEqual([]);
    await expect(decide(project, "officer2", approveChange)).rejects.toMatchObject({
      status: 403,
      code: "four_eyes",
    });
    await decide(project, "officer", approveChange);
    const partners = await world.owner.projectPartner.findMany({
      where: { projectId: project.id },
      orderBy: { validFrom: "asc" },
      select: { name: true, validTo: true },
    });
    expect(partners.map((row) => [row.name, row.validTo === null])).toEqual([
      ["以色列聚焦超声公司", false],
      ["慕尼黑超声研究所", true],
    ]);
  });

  it("for the record takes effect at once; parts of another kind are refused", async () => {
    const project = await begin(world);
    await expect(
      ask(project, { kind: "unit_renamed", unitName: "新名称", endsOn: "2028-01-01" }),
    ).rejects.toMatchObject({ details: { fields: { endsOn: [{ code: "not_for_this_kind" }] } } });
    await ask(project, { kind: "unit_renamed", unitName: "常州聚焦医疗股份有限公司" });
    expect(await view(project, "officer")).toMatchObject({ status: "recorded", route: "record" });
    const row = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { unitName: true },
    });
    expect(row.unitName).toBe("常州聚焦医疗股份有限公司");
  });

  it("of the lead unit gives the project and all its rows to the new unit", async () => {
    const project = await begin(world);
    await ask(project, { kind: "lead_unit", leadUnitUscc: world.units.second.uscc });
    await decide(project, "district", giveChangeOpinion, agree);
    await decide(project, "officer", approveChange);
    expect((await money(project, "enterprise2")).tranches).toHaveLength(2);
    const left = await world.owner.ledgerLink.count({
      where: { projectId: project.id, unitId: world.units.first.id },
    });
    expect(left).toBe(0);
  });
});

describe("the mid-term check", () => {
  it("is reported by the unit and marked by the bureau", async () => {
    const project = await begin(world);
    const check = async () => {
      const rows = await read((tx) => midTermChecksOf(tx, world.as("officer"), project.id));
      return rows?.[0];
    };
    const step = async (person: PersonName, command: Command, rest: object) => {
      const row = await check();
      await world.run(person, command, {
        projectId: project.id,
        checkId: row?.id,
        version: row?.version,
        ...rest,
      });
    };
    const marks = { scope: 4, time: 2, cost: 4, absorption: 3, risk: 2, planning: 3 };
    const result = { ...marks, result: "fail", opinion: "进度严重滞后" };
    await expect(step("officer", checkMidTerm, result)).rejects.toMatchObject({
      code: "wrong_status",
    });
    await step("enterprise", submitMidTerm, { progress: "样机试制中" });
    await step("officer", checkMidTerm, result);
    expect(await check()).toMatchObject({
      status: "checked",
      result: "fail",
      marks,
      actions: ["absorption.propose-suspension"],
    });
    const duties = () =>
      world.owner.duty.count({
        where: { projectId: project.id, kind: "absorption.consider_suspension", status: "open" },
      });
    expect(await duties()).toBe(1);
    await world.run("officer", proposeSuspension, {
      projectId: project.id,
      cause: "mid_term_failed",
      text: result.opinion,
    });
    expect(await duties()).toBe(0);
  });
});

describe("a registered project", () => {
  const { technologies } = examplePlan;

  it("may get its ledger later; a contract's ledger stays as signed", async () => {
    const signed = await begin(world);
    await expect(
      world.run("enterprise", planTechnology, { projectId: signed.id, technologies }),
    ).rejects.toMatchObject({ code: "ledger_fixed_by_contract" });
    const bare = await world.project({ state: "active", registered: true, bare: true });
    await expect(
      world.run("officer", planTechnology, {
        projectId: bare.id,
        technologies: technologies.slice(1),
      }),
    ).rejects.toMatchObject({
      details: { fields: { technologies: [{ code: "weights_not_one" }] } },
    });
    await world.run("officer", planTechnology, { projectId: bare.id, technologies });
    expect(await world.owner.ledgerLink.count({ where: { projectId: bare.id } })).toBe(12);
  });
});
