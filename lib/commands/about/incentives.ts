import { budgetLeft } from "@/lib/absorption/incentives/budget";
import { type RuleRow, ruleSelect } from "@/lib/absorption/incentives/load-claim";
import { claimFactsOf, entitlementOn, textOf } from "@/lib/absorption/incentives/terms";
import { type AboutFunction, type AboutLine, idOf } from "./types";

/** The rule that a claim is made under, with what it gives for the link of the address. */
export const incentiveRule: AboutFunction = async ({ tx, project, hidden }) => {
  const rule = await tx.incentiveRule.findUnique({
    where: { id: idOf(hidden, "ruleId") },
    select: ruleSelect,
  });
  const row = await tx.ledgerLink.findFirst({
    where: { id: idOf(hidden, "linkId"), projectId: project.id },
    select: { link: true, confirmedCost: true, technology: { select: { main: true } } },
  });
  if (rule === null || row === null) return [];
  const facts = claimFactsOf(project.cooperationMode, row, row.technology);
  const { amount } = entitlementOn(rule, facts, rule.validFrom);
  return [
    ...ruleLines(rule),
    { label: "confirmedCost", value: facts.confirmedCost, as: "money" },
    { label: "claimAmount", value: amount, as: "money" },
  ];
};

const ruleLines = (rule: Pick<RuleRow, "title" | "rate" | "cap" | "basis">): AboutLine[] => [
  { label: "rule", value: "rule", as: { bilingual: textOf(rule.title) } },
  { label: "ruleRate", value: rule.rate === null ? null : `${rule.rate.mul(100)} %` },
  { label: "ruleCap", value: rule.cap?.toFixed(2) ?? null, as: "money" },
  { label: "ruleBasis", value: rule.basis },
];

/** A claim, with what is left of the budget that it would be taken from. */
export const incentiveClaim: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.incentiveClaim.findFirst({
    where: { id: idOf(hidden, "claimId"), projectId: project.id },
    select: {
      amount: true,
      baseCost: true,
      claimedByName: true,
      claimedAt: true,
      decidedByName: true,
      incentiveRule: { select: ruleSelect },
      ledgerLink: { select: { link: true, technology: { select: { name: true } } } },
    },
  });
  if (row === null) return [];
  return [
    { label: "technology", value: row.ledgerLink.technology.name },
    { label: "link", value: row.ledgerLink.link, as: { list: "ledger_link" } },
    ...ruleLines(row.incentiveRule),
    { label: "confirmedCost", value: row.baseCost.toFixed(2), as: "money" },
    { label: "claimAmount", value: row.amount.toFixed(2), as: "money" },
    { label: "budgetLeft", value: await budgetLeft(tx, row.incentiveRule), as: "money" },
    { label: "claimedBy", value: row.claimedByName },
    { label: "requestedAt", value: row.claimedAt, as: "date" },
    { label: "decidedBy", value: row.decidedByName },
  ];
};
