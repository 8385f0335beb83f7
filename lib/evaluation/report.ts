import { ledgerOf } from "@/lib/absorption/queries";
import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { sumYuan } from "@/lib/kernel/money";
import { consequencesOf } from "./consequences/queries";
import { engineLine, indicatorsOf, type LoadedEvaluation, latestEvaluation } from "./evaluation";
import { frozenContent } from "./finalise";
import { rerunEvaluation } from "./frozen";
import { evaluationForm, trackingReports } from "./queries";
import { score } from "./scoring/engine";
import { sensitivityOf } from "./scoring/sensitivity";

/**
 * Everything that the evaluation report of one project shows: grade and score, the four sub-totals,
 * the lines, the paper's four wishes, the promise's line, the ledger's links, the money, the
 * opinions, and whether the frozen score runs again to the digit. Null outside the scope or before
 * an evaluation was opened.
 */
export async function evaluationReport(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const form = await evaluationForm(tx, actor, projectId, now);
  const evaluation = form ? await latestEvaluation(tx, projectId) : null;
  if (form === null || evaluation === null) return null;
  const shown = form.total !== null || evaluation.total === null;
  const values = evaluation.evaluationLines.map((line) =>
    shown && line.score !== null
      ? engineLine(line, line.auditedValue, line.score)
      : engineLine(line, line.selfValue, line.selfScore),
  );
  const result = score(evaluation.stored.rule, indicatorsOf(evaluation), values);
  return {
    ...form,
    subtotals: result.levels,
    dimensions: result.dimensions,
    coreMissed: result.coreMissed,
    acceptance: await concluded(tx, projectId),
    promise: await promiseLine(tx, projectId),
    ledger: await ledgerMatrix(tx, projectId),
    measures: (await ledgerOf(tx, actor, projectId, now))?.measures ?? null,
    money: await moneyOf(tx, actor, projectId),
    opinions: await opinionsOf(tx, projectId),
    follows: await followsOf(tx, actor, projectId, now),
    sensitivity: sensitivityOf(evaluation.stored.rule, result.lines, evaluation.seed ?? 0),
    ...(await finalOf(tx, evaluation)),
  };
}

const concluded = (tx: Tx, projectId: string) =>
  tx.acceptance.findUnique({
    where: { projectId },
    select: { route: true, result: true, certificateNumber: true, concludedAt: true },
  });

/** Every baseline version with its cause and targets: application, contract, changes. */
async function promiseLine(tx: Tx, projectId: string) {
  const rows = await tx.baseline.findMany({
    where: { projectId },
    orderBy: { version: "asc" },
    select: {
      version: true,
      cause: true,
      frozenAt: true,
      targets: {
        orderBy: { position: "asc" },
        select: { indicatorCode: true, value: true, core: true },
      },
    },
  });
  return rows.map(({ targets, ...row }) => ({
    ...row,
    targets: Object.fromEntries(targets.map((target) => [target.indicatorCode, target.value])),
    core: targets.filter((target) => target.core).map((target) => target.indicatorCode),
  }));
}

/** Key technologies with mastery, readiness and the state of their links. */
async function ledgerMatrix(tx: Tx, projectId: string) {
  const rows = await tx.technology.findMany({
    where: { projectId, removedAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      main: true,
      weight: true,
      mastery: true,
      trlScaleId: true,
      trlStart: true,
      trlNow: true,
      ledgerLinks: {
        orderBy: { position: "asc" },
        select: { link: true, status: true, plannedTo: true, actualTo: true, cost: true },
      },
    },
  });
  return rows.map(({ weight, ledgerLinks, ...row }) => ({
    ...row,
    weight: weight.toString(),
    links: ledgerLinks.map(({ cost, ...link }) => ({ ...link, cost: cost.toFixed(2) })),
  }));
}

/** Planned, paid and spent, in yuan. */
async function moneyOf(tx: Tx, actor: Actor, projectId: string) {
  const project = await tx.project.findFirstOrThrow({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: {
      grantAmount: true,
      ownAmount: true,
      budgetTotal: true,
      adjustedBudget: true,
      spentAmount: true,
    },
  });
  const payments = await tx.payment.findMany({
    where: { projectId, purpose: "grant", status: { not: "cancelled" } },
    orderBy: [{ issuedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      documentNumber: true,
      status: true,
      amount: true,
      issuedAt: true,
      receivedAt: true,
    },
  });
  const rows = payments.map((row) => ({ ...row, amount: row.amount.toFixed(2) }));
  const received = rows.filter(({ status }) => status === "received");
  const { grantAmount, ownAmount, budgetTotal, adjustedBudget, spentAmount } = project;
  return {
    grant: grantAmount.toFixed(2),
    own: ownAmount.toFixed(2),
    budget: budgetTotal.toFixed(2),
    adjustedBudget: adjustedBudget.toFixed(2),
    paid: sumYuan(received.map(({ amount }) => amount)),
    spent: spentAmount.toFixed(2),
    payments: rows,
  };
}

/** What followed as far as the actor sees it: consequences, follow-up reports, refunds; null for experts. */
async function followsOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const consequences = await consequencesOf(tx, actor, projectId, now);
  if (consequences === null) return null;
  const refunds = await tx.refund.findMany({
    where: {
      project: { AND: [{ id: projectId }, projectScope(actor)] },
      status: { not: "replaced" },
    },
    orderBy: { id: "asc" },
    select: { amount: true, paidAmount: true, status: true, dueAt: true },
  });
  return {
    consequences: consequences.filter(({ standing }) => standing !== "replaced"),
    tracking: (await trackingReports(tx, actor, projectId)) ?? [],
    refunds: refunds.map(({ amount, paidAmount, ...row }) => ({
      ...row,
      amount: amount.toFixed(2),
      paidAmount: paidAmount.toFixed(2),
    })),
  };
}

const reported = ["acceptance_confirmation", "acceptance_result", "grade", "correction"];

const opinionsOf = (tx: Tx, projectId: string) =>
  tx.opinion.findMany({
    where: { projectId, kind: { in: reported } },
    orderBy: { at: "asc" },
    select: opinionSelect,
  });

const opinionSelect = {
  id: true,
  kind: true,
  verdict: true,
  text: true,
  byName: true,
  byRole: true,
  at: true,
  minutesNumber: true,
} as const satisfies Prisma.OpinionSelect;

/** Who made the score final and when, and whether it runs again to the digit on unchanged rows. */
async function finalOf(tx: Tx, evaluation: LoadedEvaluation) {
  const row = await tx.evaluation.findUniqueOrThrow({
    where: { id: evaluation.id },
    select: { frozen: true, frozenHash: true, finalAt: true, finalByName: true },
  });
  if (row.frozenHash === null || row.finalAt === null) return { final: null, rerun: null };
  return {
    final: { at: row.finalAt, by: row.finalByName, hash: row.frozenHash },
    rerun: rerunEvaluation(row.frozen, row.frozenHash, frozenContent(evaluation)),
  };
}
