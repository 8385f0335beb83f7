import { changePayload } from "@/lib/absorption/schema";
import { incentiveClaim, incentiveRule } from "./incentives";
import { meritOpinion } from "./merit";
import { person, record } from "./records";
import { type AboutFunction, type AboutLine, idOf } from "./types";

const link: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.ledgerLink.findFirst({
    where: { id: idOf(hidden, "linkId"), projectId: project.id },
    select: { link: true, plannedTo: true, cost: true, technology: { select: { name: true } } },
  });
  if (row === null) return [];
  return [
    { label: "technology", value: row.technology.name },
    { label: "link", value: row.link, as: { list: "ledger_link" } },
    { label: "plannedTo", value: row.plannedTo, as: "date" },
    { label: "cost", value: row.cost.toFixed(2), as: "money" },
  ];
};

const technology: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.technology.findFirst({
    where: { id: idOf(hidden, "technologyId"), projectId: project.id },
    select: { name: true, mastery: true, trlNow: true, trlScaleId: true },
  });
  if (row === null) return [];
  return [
    { label: "technology", value: row.name },
    { label: "mastery", value: String(row.mastery) },
    { label: "readiness", value: row.trlNow === null ? null : String(row.trlNow) },
    { label: "scale", value: row.trlScaleId, as: { list: "trl_scale" } },
  ];
};

const milestone: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.milestone.findFirst({
    where: { id: idOf(hidden, "milestoneId"), projectId: project.id },
    select: { name: true, plannedOn: true },
  });
  if (row === null) return [];
  return [
    { label: "milestone", value: row.name },
    { label: "plannedTo", value: row.plannedOn, as: "date" },
  ];
};

const tranche: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.tranche.findFirst({
    where: { id: idOf(hidden, "trancheId"), projectId: project.id },
    select: { seq: true, condition: true, amount: true, plannedOn: true },
  });
  if (row === null) return [];
  return [
    { label: "tranche", value: String(row.seq) },
    { label: "condition", value: row.condition },
    { label: "amount", value: row.amount.toFixed(2), as: "money" },
    { label: "plannedTo", value: row.plannedOn, as: "date" },
  ];
};

const payment: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.payment.findFirst({
    where: { id: idOf(hidden, "paymentId"), projectId: project.id },
    select: {
      documentNumber: true,
      amount: true,
      issuedAt: true,
      atDistrictFinanceAt: true,
      tranche: { select: { seq: true } },
    },
  });
  if (row === null) return [];
  return [
    { label: "amount", value: row.amount.toFixed(2), as: "money" },
    { label: "tranche", value: row.tranche ? String(row.tranche.seq) : null },
    { label: "documentNumber", value: row.documentNumber },
    { label: "issued", value: row.issuedAt, as: "date" },
    { label: "atDistrict", value: row.atDistrictFinanceAt, as: "date" },
  ];
};

const refund: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.refund.findFirst({
    where: { id: idOf(hidden, "refundId"), projectId: project.id },
    select: { amount: true, paidAmount: true, dueAt: true },
  });
  if (row === null) return [];
  return [
    { label: "refund", value: row.amount.toFixed(2), as: "money" },
    { label: "paidBack", value: row.paidAmount.toFixed(2), as: "money" },
    { label: "due", value: row.dueAt, as: "date" },
  ];
};

const midTerm: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.midTermCheck.findFirst({
    where: { id: idOf(hidden, "checkId"), projectId: project.id },
    select: { dueAt: true, content: true },
  });
  if (row === null) return [];
  const answers = objectIn(objectIn(row.content, "answers"), null);
  return [
    { label: "due", value: row.dueAt, as: "date" },
    { label: "progress", value: textIn(answers, "progress") },
    { label: "problems", value: textIn(answers, "problems") },
  ];
};

function objectIn(value: unknown, name: string | null): object {
  const inner: unknown =
    name !== null && typeof value === "object" && value !== null ? Reflect.get(value, name) : value;
  return typeof inner === "object" && inner !== null ? inner : {};
}

function textIn(value: object, name: string): string | null {
  const text: unknown = Reflect.get(value, name);
  return typeof text === "string" && text !== "" ? text : null;
}

/** What a change asks, each part beside what holds today. */
const change: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.changeRequest.findFirst({
    where: { id: idOf(hidden, "changeId"), projectId: project.id },
    select: {
      kind: true,
      reason: true,
      payload: true,
      districtOpinion: true,
      requestedByName: true,
      requestedAt: true,
    },
  });
  if (row === null) return [];
  const payload = changePayload.safeParse(row.payload).data ?? {};
  const lines: AboutLine[] = [
    { label: "change", value: row.kind, as: { text: "screens-absorption.changeKind" } },
    { label: "reason", value: row.reason },
    { label: "requestedBy", value: row.requestedByName },
    { label: "requestedAt", value: row.requestedAt, as: "date" },
    { label: "districtOpinion", value: row.districtOpinion },
  ];
  if (payload.endsOn) {
    lines.push(
      { label: "endNow", value: project.endsOn, as: "date" },
      { label: "endThen", value: payload.endsOn, as: "date" },
    );
  }
  if (payload.budgetTotal) {
    lines.push(
      { label: "budgetNow", value: project.adjustedBudget.toFixed(2), as: "money" },
      { label: "budgetThen", value: payload.budgetTotal, as: "money" },
    );
  }
  if (payload.investigatorName) {
    lines.push(
      { label: "investigatorNow", value: project.investigatorName },
      { label: "investigatorThen", value: payload.investigatorName },
    );
  }
  if (payload.partner) {
    const now = project.partners.filter(({ validTo }) => validTo === null);
    lines.push(
      { label: "partnerNow", value: now.map(({ name }) => name).join("、") },
      { label: "partnerThen", value: payload.partner.name },
    );
  }
  if (payload.unitName) lines.push({ label: "unitThen", value: payload.unitName });
  if (payload.leadUnitUscc) lines.push({ label: "unitThen", value: payload.leadUnitUscc });
  if (payload.details) lines.push({ label: "details", value: payload.details });
  for (const target of payload.targets ?? []) {
    lines.push(await targetLine(tx, project.id, target));
  }
  return lines;
};

async function targetLine(
  tx: Parameters<AboutFunction>[0]["tx"],
  projectId: string,
  target: { indicatorCode: string; value: string },
): Promise<AboutLine> {
  const now = await tx.target.findFirst({
    where: { projectId, indicatorCode: target.indicatorCode },
    orderBy: { baseline: { version: "desc" } },
    select: { zh: true, value: true },
  });
  const name = now ? `${target.indicatorCode} ${now.zh}` : target.indicatorCode;
  return { label: "target", value: `${name}: ${now?.value ?? "—"} → ${target.value}` };
}

/** By the id that a form names: what that child is. */
export const aboutChildren: Readonly<Record<string, AboutFunction>> = {
  linkId: link,
  technologyId: technology,
  milestoneId: milestone,
  trancheId: tranche,
  paymentId: payment,
  ruleId: incentiveRule,
  claimId: incentiveClaim,
  opinionId: meritOpinion,
  recordId: record,
  personId: person,
  refundId: refund,
  checkId: midTerm,
  changeId: change,
};
