import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/kernel/command";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { begin, examplePlan, read } from "./begin.fixture";
import { changesOf, promiseOf } from "./change-queries";
import { approveChange } from "./commands/approve-change";
import { checkMidTerm } from "./commands/check-mid-term";
import { closeReport } from "./commands/close-report";
import { confirmReceipt } from "./commands/confirm-receipt";
import { confirmReport } from "./commands/confirm-report";
import { giveChangeOpinion } from "./commands/give-change-opinion";
import { handRefundToEnforcement } from "./commands/hand-refund-to-enforcement";
import { holdPayment } from "./commands/hold-payment";
import { issuePayment } from "./commands/issue-payment";
import { notifyRefund } from "./commands/notify-refund";
import { passOnPayment } from "./commands/pass-on-payment";
import { planTechnology } from "./commands/plan-technology";
import { proposeSuspension } from "./commands/propose-suspension";
import { recordRefundPayment } from "./commands/record-refund-payment";
import { releasePayment } from "./commands/release-payment";
import { reportSpending } from "./commands/report-spending";
import { requestChange } from "./commands/request-change";
import { resume } from "./commands/resume";
import { returnReport } from "./commands/return-report";
import { revoke } from "./commands/revoke";
import { saveReport } from "./commands/save-report";
import { submitMidTerm } from "./commands/submit-mid-term";
import { submitReport } from "./commands/submit-report";
import { suspend } from "./commands/suspend";
import { terminate } from "./commands/terminate";
import { moneyOf } from "./money-queries";
import { midTermChecksOf, reportOf, reportsOf } from "./report-queries";

const world = useWorld();

async function money(project: InsertedProject, person: PersonName = "officer") {
  const view = await read((tx) => moneyOf(tx, world.as(person), project.id, world.now()));
  if (view === null) throw new Error("no money in scope");
  return view;
}

async function receiveFirstTranche(project: InsertedProject): Promise<void> {
  const [tranche] = (await money(project)).tranches;
  await world.run("officer", issuePayment, {
    projectId: project.id,
    trancheId: tranche?.id,
    version: tranche?.version,
    documentNumber: "常财教〔2026〕8号",
  });
  const payment = async () => (await money(project)).payments[0];
  const step = async (person: PersonName, command: Command, rest = {}) => {
    const row = await payment();
    await world.run(person, command, {
      projectId: project.id,
      paymentId: row?.id,
      version: row?.version,
      ...rest,
    });
  };
  await expect(
    step("enterprise", confirmReceipt, { receivedOn: "2026-03-02" }),
  ).rejects.toMatchObject({ code: "payment_not_passed_on" });
  await step("officer", holdPayment, { reason: "核对账户" });
  await expect(step("district", passOnPayment)).rejects.toMatchObject({ code: "wrong_status" });
  await step("officer", releasePayment, { reason: "账户无误" });
  await step("district", passOnPayment);
  await step("enterprise", confirmReceipt, { receivedOn: "2026-03-02" });
}

describe("a payment", () => {
  it("makes both hops and is confirmed by the unit", async () => {
    const project = await begin(world);
    await receiveFirstTranche(project);
    const { sums, tranches, payments } = await money(project);
    expect(sums).toMatchObject({ planned: "240000.00", received: "360000.00", onTheWay: "0.00" });
    expect(tranches[0]?.status).toBe("received");
    expect(payments[0]).toMatchObject({ status: "received", documentNumber: "常财教〔2026〕8号" });
  });

  it("goes straight to a direct unit, and never above the grant", async () => {
    const project = await begin(world, { unit: "direct", set: { grantAmount: "360000" } });
    const [first, second] = (await money(project)).tranches;
    const issue = (tranche: typeof first) =>
      world.run("officer", issuePayment, {
        projectId: project.id,
        trancheId: tranche?.id,
        version: tranche?.version,
        documentNumber: "常财教〔2026〕9号",
      });
    await issue(first);
    await expect(issue(second)).rejects.toMatchObject({ code: "over_grant" });
    const [payment] = (await money(project, "direct")).payments;
    expect(payment?.actions).toEqual(["absorption.confirm-receipt"]);
    await world.run("direct", confirmReceipt, {
      projectId: project.id,
      paymentId: payment?.id,
      version: payment?.version,
      receivedOn: "2026-03-02",
    });
    expect((await money(project)).sums.received).toBe("360000.00");
  });

  it("keeps spending above the budget with a warning", async () => {
    const project = await begin(world);
    const spend = (spentAmount: string) =>
      world.run("filler", reportSpending, {
        projectId: project.id,
        spentAmount,
        asOf: "2026-03-01",
      });
    expect(await spend("2760000")).toMatchObject({ warnings: [] });
    expect(await spend("3000000.01")).toMatchObject({ warnings: ["over_budget"] });
    expect((await money(project)).overBudget).toBe(true);
  });
});

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

describe("suspension and the end", () => {
  const at = async (project: InsertedProject) => {
    const { version } = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { version: true },
    });
    return { projectId: project.id, version };
  };

  it("is proposed by an officer, decided by the manager and lifted again", async () => {
    const project = await begin(world);
    const body = { reason: "连续两次未报年报" };
    await expect(
      world.run("manager", suspend, { ...(await at(project)), ...body }),
    ).rejects.toMatchObject({ code: "officer_proposed" });
    await world.run("officer", proposeSuspension, {
      projectId: project.id,
      cause: "no_report",
      text: "建议暂停",
    });
    await world.run("manager", suspend, { ...(await at(project)), ...body });
    await world.run("manager", resume, { ...(await at(project)), reason: "已补报" });
    const row = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { state: true, dueAt: true },
    });
    expect(row.state).toBe("active");
    expect(row.dueAt?.toISOString()).toBe("2027-12-31T15:59:59.999Z");
    const event = await world.owner.event.findFirstOrThrow({
      where: { projectId: project.id, transition: "T21" },
      select: { params: true },
    });
    expect(event.params).toMatchObject({ cause: "no_report" });
  });

  it("computes the refund on termination and follows it to its end", async () => {
    const project = await begin(world);
    await receiveFirstTranche(project);
    const accounts = {
      initiative: "ex_officio",
      grantSpent: "200000",
      irregularSpending: "50000",
      reason: "目标已无法实现",
    };
    await expect(
      world.run("manager", terminate, { ...(await at(project)), ...accounts, basis: "objective" }),
    ).rejects.toMatchObject({ details: { fields: { basis: [{ code: "irregular_is_fault" }] } } });
    await world.run("manager", terminate, {
      ...(await at(project)),
      ...accounts,
      basis: "fault",
    });
    const refund = async () => (await money(project)).refunds[0];
    expect(await refund()).toMatchObject({ amount: "210000.00", status: "computed" });
    const step = async (command: Command, rest: object) => {
      const row = await refund();
      return world.run("officer", command, {
        projectId: project.id,
        refundId: row?.id,
        version: row?.version,
        ...rest,
      });
    };
    await step(notifyRefund, { documentNumber: "常科退〔2026〕1号" });
    await expect(step(handRefundToEnforcement, { note: "逾期" })).rejects.toMatchObject({
      code: "refund_not_overdue",
    });
    await step(recordRefundPayment, { amount: "100000", paidOn: "2026-03-02" });
    expect(await refund()).toMatchObject({ status: "notified", paidAmount: "100000.00" });
    await expect(
      step(recordRefundPayment, { amount: "110000.01", paidOn: "2026-03-02" }),
    ).rejects.toMatchObject({ details: { fields: { amount: [{ code: "over_refund" }] } } });
    await step(recordRefundPayment, { amount: "110000", paidOn: "2026-03-02" });
    expect(await refund()).toMatchObject({ status: "paid" });
    const left = await world.owner.duty.findMany({
      where: { projectId: project.id, status: "open" },
      select: { kind: true },
    });
    expect(left).toEqual([{ kind: "state.terminated" }]);
  });

  it("takes all of the grant back on revocation, and hands an overdue refund to enforcement", async () => {
    const project = await begin(world);
    await receiveFirstTranche(project);
    const finding = { finding: "伪造检测报告", unitStatement: "无异议" };
    await expect(
      world.run("manager", revoke, {
        ...(await at(project)),
        ...finding,
        unitHeardOn: "2026-03-03",
      }),
    ).rejects.toMatchObject({ status: 422 });
    await world.run("manager", revoke, {
      ...(await at(project)),
      ...finding,
      unitHeardOn: "2026-03-01",
    });
    const [refund] = (await money(project)).refunds;
    expect(refund).toMatchObject({ amount: "360000.00", basis: "revocation" });
    const target = { projectId: project.id, refundId: refund?.id };
    await world.run("officer", notifyRefund, {
      ...target,
      version: refund?.version,
      documentNumber: "常科退〔2026〕2号",
    });
    world.setClock("2026-04-02T02:00:00Z");
    await world.run("officer", handRefundToEnforcement, {
      ...target,
      version: 2,
      note: "移交执行",
    });
    world.setClock("2026-03-02T02:00:00Z");
    expect((await money(project)).refunds[0]).toMatchObject({ status: "enforced" });
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
    expect(await check()).toMatchObject({ status: "checked", result: "fail", actions: [] });
    const duties = await world.owner.duty.count({
      where: { projectId: project.id, kind: "absorption.consider_suspension", status: "open" },
    });
    expect(duties).toBe(1);
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
