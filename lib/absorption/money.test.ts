import { describe, expect, it } from "vitest";
import { archiveClosed } from "@/lib/evaluation/commands/archive-closed";
import type { Command } from "@/lib/kernel/command";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { begin, read } from "./begin.fixture";
import { computeRefund } from "./commands/compute-refund";
import { confirmReceipt } from "./commands/confirm-receipt";
import { handRefundToEnforcement } from "./commands/hand-refund-to-enforcement";
import { holdPayment } from "./commands/hold-payment";
import { issuePayment } from "./commands/issue-payment";
import { notifyRefund } from "./commands/notify-refund";
import { passOnPayment } from "./commands/pass-on-payment";
import { proposeSuspension } from "./commands/propose-suspension";
import { recordRefundPayment } from "./commands/record-refund-payment";
import { releasePayment } from "./commands/release-payment";
import { reportSpending } from "./commands/report-spending";
import { resume } from "./commands/resume";
import { revoke } from "./commands/revoke";
import { suspend } from "./commands/suspend";
import { terminate } from "./commands/terminate";
import { moneyOf } from "./money-queries";

const world = useWorld();

async function money(project: InsertedProject, person: PersonName = "officer") {
  const view = await read((tx) => moneyOf(tx, world.as(person), project.id, world.now()));
  if (view === null) throw new Error("no money in scope");
  return view;
}

const byBasis = <R extends { basis: string }>(refunds: readonly R[]): Record<string, R> =>
  Object.fromEntries(refunds.map((row) => [row.basis, row]));

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
      unitHeardOn: "2026-03-01",
      unitStatement: "无异议",
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

  it("is computed by the bureau where no step did, once", async () => {
    const project = await begin(world, { state: "terminated" });
    const body = {
      projectId: project.id,
      basis: "objective",
      grantReceived: "600000",
      grantSpent: "350000",
      irregularSpending: "0",
    };
    expect(await world.run("officer", computeRefund, body)).toMatchObject({ amount: "250000.00" });
    await expect(world.run("officer", computeRefund, body)).rejects.toMatchObject({
      code: "refund_already_computed",
    });
  });

  it("hears the unit before it is ended by the office", async () => {
    const project = await begin(world);
    const body = {
      initiative: "ex_officio",
      basis: "objective",
      grantSpent: "0",
      irregularSpending: "0",
      reason: "外方停产",
    };
    const unheard = world.run("manager", terminate, { ...(await at(project)), ...body });
    await expect(unheard).rejects.toMatchObject({
      details: { fields: { unitHeardOn: [{ code: "required" }] } },
    });
    await world.run("manager", terminate, {
      ...(await at(project)),
      ...body,
      unitHeardOn: "2026-03-01",
      unitStatement: "同意终止",
    });
    const finding = await world.owner.opinion.findFirstOrThrow({
      where: { projectId: project.id, kind: "termination_finding" },
      select: { details: true },
    });
    expect(finding.details).toEqual({ unitHeardOn: "2026-03-01", unitStatement: "同意终止" });
    expect((await money(project)).refunds).toMatchObject([
      { amount: "0.00", status: "nothing_owed" },
    ]);
  });

  it("is archived only once what must come back was computed, be it to nothing", async () => {
    const project = await begin(world, { state: "terminated" });
    const archive = async () => world.run("officer", archiveClosed, { ...(await at(project)) });
    await expect(archive()).rejects.toMatchObject({ code: "refund_computed" });
    await world.run("officer", computeRefund, {
      projectId: project.id,
      basis: "objective",
      grantSpent: "0",
      irregularSpending: "0",
    });
    await archive();
    const { state } = await world.owner.project.findUniqueOrThrow({
      where: { id: project.id },
      select: { state: true },
    });
    expect(state).toBe("archived");
  });

  it("asks a registered project what it received, since Kehe paid nothing", async () => {
    const project = await begin(world, { state: "terminated", set: { origin: "registration" } });
    const body = {
      projectId: project.id,
      basis: "objective",
      grantSpent: "0",
      irregularSpending: "0",
    };
    await expect(world.run("officer", computeRefund, body)).rejects.toMatchObject({
      details: { fields: { grantReceived: [{ code: "required" }] } },
    });
    const tooMuch = { ...body, grantReceived: "99999999" };
    await expect(world.run("officer", computeRefund, tooMuch)).rejects.toMatchObject({
      details: { fields: { grantReceived: [{ code: "over_whole_grant" }] } },
    });
  });

  it("subtracts on revocation what came back before, and replaces a refund that waits", async () => {
    const project = await begin(world);
    await receiveFirstTranche(project);
    await world.owner.project.update({
      where: { id: project.id },
      data: { state: "evaluation", acceptanceResult: "failed" },
      select: { id: true },
    });
    await world.run("officer", computeRefund, {
      projectId: project.id,
      basis: "objective",
      grantSpent: "260000",
      irregularSpending: "0",
    });
    const [first] = (await money(project)).refunds;
    const target = { projectId: project.id, refundId: first?.id };
    await world.run("officer", notifyRefund, {
      ...target,
      version: 1,
      documentNumber: "常科退〔2026〕3号",
    });
    await world.run("officer", recordRefundPayment, {
      ...target,
      version: 2,
      amount: "60000",
      paidOn: "2026-03-02",
    });
    await world.run("manager", revoke, {
      ...(await at(project)),
      finding: "伪造检测报告",
      unitStatement: "无异议",
      unitHeardOn: "2026-03-01",
    });
    const view = await money(project);
    expect(byBasis(view.refunds)).toMatchObject({
      objective: { status: "replaced", paidAmount: "60000.00" },
      revocation: { status: "computed", amount: "300000.00" },
    });
    expect(view.sums).toMatchObject({ toReturn: "360000.00", returned: "60000.00" });
  });

  it("takes back whole what arrives after the end", async () => {
    const project = await begin(world, { unit: "direct" });
    const [tranche] = (await money(project)).tranches;
    await world.run("officer", issuePayment, {
      projectId: project.id,
      trancheId: tranche?.id,
      version: tranche?.version,
      documentNumber: "常财教〔2026〕10号",
    });
    await world.run("manager", revoke, {
      ...(await at(project)),
      finding: "伪造检测报告",
      unitStatement: "无异议",
      unitHeardOn: "2026-03-01",
    });
    const step = async (person: PersonName, command: Command, rest: object) => {
      const [payment] = (await money(project, "officer")).payments;
      await world.run(person, command, {
        projectId: project.id,
        paymentId: payment?.id,
        version: payment?.version,
        ...rest,
      });
    };
    await step("officer", releasePayment, { reason: "款已汇出" });
    await step("direct", confirmReceipt, { receivedOn: "2026-03-02" });
    expect(byBasis((await money(project)).refunds)).toMatchObject({
      revocation: { amount: "0.00", status: "nothing_owed" },
      late_receipt: { amount: "360000.00", status: "computed" },
    });
  });
});
