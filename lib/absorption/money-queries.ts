import type { Actor } from "@/lib/access/actor";
import { directDistrictId } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { sumYuan } from "@/lib/kernel/money";
import { dayText } from "@/lib/lifecycle/due";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { gateFacts } from "./gates";
import { gateRefusal, mayOweRefund } from "./rules";
import { offeredSteps, type StepName } from "./steps";

/** The money of a project: planned, issued, received, held, to come back and spent; null outside the scope. */
export async function moneyOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const tranches = await tranchesOf(tx, actor, project);
  const payments = await paymentsOf(tx, actor, project);
  const refunds = await refundsOf(tx, actor, project, now);
  const sum = (...statuses: string[]) =>
    sumYuan(
      payments
        .filter(({ purpose, status }) => purpose === "grant" && statuses.includes(status))
        .map(({ amount }) => amount),
    );
  return {
    grant: project.grantAmount.toFixed(2),
    own: project.ownAmount.toFixed(2),
    budget: project.budgetTotal.toFixed(2),
    adjustedBudget: project.adjustedBudget.toFixed(2),
    spent: project.spentAmount.toFixed(2),
    overBudget: project.spentAmount.gt(project.adjustedBudget),
    ledger: await ledgerCosts(tx, project.id),
    sums: {
      planned: sumYuan(
        tranches.filter(({ status }) => status === "planned").map(({ amount }) => amount),
      ),
      issued: sum("issued", "at_district_finance", "received", "held"),
      onTheWay: sum("issued", "at_district_finance"),
      received: sum("received"),
      held: sum("held"),
      toReturn: sumYuan(
        refunds.map((row) => (row.status === "replaced" ? row.paidAmount : row.amount)),
      ),
      returned: sumYuan(refunds.map(({ paidAmount }) => paidAmount)),
    },
    actions: offeredSteps(actor, project, "project", { status: "" }).filter(
      (name) =>
        name === "absorption.report-spending" ||
        (name === "absorption.compute-refund" && refunds.length === 0 && mayOweRefund(project)),
    ),
    tranches,
    payments,
    refunds,
  };
}

export type MoneyView = NonNullable<Awaited<ReturnType<typeof moneyOf>>>;

/** What was planned for the links of the ledger, what they cost, what of it is confirmed and what came back as incentive, in yuan, by link in their order; empty without a ledger. */
async function ledgerCosts(tx: Tx, projectId: string) {
  const rows = await tx.ledgerLink.groupBy({
    by: ["link", "position"],
    where: { projectId, technology: { removedAt: null } },
    orderBy: { position: "asc" },
    _sum: { cost: true, plannedCost: true, confirmedCost: true },
  });
  const paid = await tx.incentiveClaim.findMany({
    where: { projectId, status: { in: ["issued", "paid"] } },
    select: { amount: true, ledgerLink: { select: { link: true } } },
  });
  return rows.map(({ link, _sum }) => ({
    link,
    planned: _sum.plannedCost?.toFixed(2) ?? null,
    cost: _sum.cost?.toFixed(2) ?? "0.00",
    confirmed: _sum.confirmedCost?.toFixed(2) ?? "0.00",
    incentive: sumYuan(
      paid
        .filter(({ ledgerLink }) => ledgerLink.link === link)
        .map(({ amount }) => amount.toFixed(2)),
    ),
  }));
}

async function tranchesOf(tx: Tx, actor: Actor, project: ProjectRecord) {
  const rows = await tx.tranche.findMany({
    where: { projectId: project.id },
    orderBy: { seq: "asc" },
    select: {
      id: true,
      seq: true,
      condition: true,
      amount: true,
      plannedOn: true,
      status: true,
      gate: true,
      retention: true,
      contractVersion: true,
      version: true,
    },
  });
  const facts = await gateFacts(tx, project);
  return rows.map((row) => {
    const waitsFor = row.status === "planned" ? gateRefusal(row, facts) : null;
    return {
      ...row,
      amount: row.amount.toFixed(2),
      plannedOn: row.plannedOn === null ? null : dayText(row.plannedOn),
      waitsFor,
      actions: waitsFor === null ? offeredSteps(actor, project, "tranche", row) : [],
    };
  });
}

async function paymentsOf(tx: Tx, actor: Actor, project: ProjectRecord) {
  const rows = await tx.payment.findMany({
    where: { projectId: project.id },
    orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      trancheId: true,
      purpose: true,
      status: true,
      amount: true,
      documentNumber: true,
      issuedAt: true,
      atDistrictFinanceAt: true,
      receivedAt: true,
      heldReason: true,
      version: true,
    },
  });
  return rows.map((row) => ({
    ...row,
    amount: row.amount.toFixed(2),
    actions: paymentActions(actor, project, row.status),
  }));
}

/** A direct unit's money has no district hop; another unit's must have made it. */
function paymentActions(actor: Actor, project: ProjectRecord, status: string): StepName[] {
  const direct = project.districtId === directDistrictId;
  return offeredSteps(actor, project, "payment", { status }).filter((name) => {
    if (name === "absorption.pass-on-payment") return !direct;
    if (name === "absorption.confirm-receipt") return direct || status !== "issued";
    return true;
  });
}

async function refundsOf(tx: Tx, actor: Actor, project: ProjectRecord, now: Date) {
  const rows = await tx.refund.findMany({
    where: { projectId: project.id },
    orderBy: { id: "asc" },
    select: {
      id: true,
      cause: true,
      basis: true,
      amount: true,
      paidAmount: true,
      status: true,
      notifiedAt: true,
      dueAt: true,
      settledAt: true,
      note: true,
      version: true,
    },
  });
  return rows.map((row) => {
    const overdue = row.status === "notified" && row.dueAt !== null && row.dueAt < now;
    return {
      ...row,
      amount: row.amount.toFixed(2),
      paidAmount: row.paidAmount.toFixed(2),
      overdue,
      actions: offeredSteps(actor, project, "refund", row).filter(
        (name) => name !== "absorption.hand-refund-to-enforcement" || overdue,
      ),
    };
  });
}
