import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { type ProjectRecord, readProject } from "@/lib/project/load";
import { today } from "../dates";
import { offeredSteps } from "../steps";
import type { RuleRow } from "./load-claim";
import { isClaimable } from "./rules";
import { ruleConditions } from "./schema";
import { claimFactsOf, entitlementOn, periodOf, rulesInForce, textOf } from "./terms";

/**
 * The incentives of a project's ledger: what may be claimed now for closed links with its amount, the
 * claims with what became of them, and what others administer with where to go. Null outside the scope.
 */
export async function incentivesOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rules = await rulesInForce(tx, today(now));
  const claims = await claimsOf(tx, actor, project);
  const links = await linksOf(tx, project);
  const claimed = new Set(
    claims
      .filter(({ status }) => status !== "refused" && status !== "withdrawn")
      .map(({ linkId, ruleCode }) => `${linkId} ${ruleCode}`),
  );
  const offers = links.flatMap((link) =>
    rules
      .filter((rule) => isOwn(rule) && rule.link === link.link)
      .filter((rule) => !claimed.has(`${link.id} ${rule.code}`))
      .map((rule) => offerOf(actor, project, link, rule, now)),
  );
  return {
    offers,
    claims,
    elsewhere: rules.filter((rule) => !isOwn(rule)).map(ruleDto),
  };
}

export type IncentivesView = NonNullable<Awaited<ReturnType<typeof incentivesOf>>>;

const isOwn = (rule: RuleRow): boolean =>
  isClaimable({ ...rule, rate: rule.rate?.toString() ?? null });

function linksOf(tx: Tx, project: ProjectRecord) {
  return tx.ledgerLink.findMany({
    where: { projectId: project.id, technology: { removedAt: null } },
    orderBy: [{ position: "asc" }, { technology: { position: "asc" } }],
    select: {
      id: true,
      link: true,
      status: true,
      cost: true,
      confirmedCost: true,
      version: true,
      technology: { select: { name: true, nameEn: true, main: true } },
    },
  });
}

type LinkRow = Awaited<ReturnType<typeof linksOf>>[number];

function offerOf(actor: Actor, project: ProjectRecord, link: LinkRow, rule: RuleRow, now: Date) {
  const facts = claimFactsOf(project.cooperationMode, link, link.technology);
  const { amount, obstacle } = entitlementOn(rule, facts, today(now));
  const open = link.status !== "closed";
  return {
    id: link.id,
    version: link.version,
    link: link.link,
    technology: link.technology,
    rule: ruleDto(rule),
    /** The confirmed cost; before the link closes, what it has cost up to now. */
    cost: (link.confirmedCost ?? link.cost).toFixed(2),
    amount,
    obstacle: open ? ("incentive_link_open" as const) : obstacle,
    actions:
      open || obstacle !== null
        ? []
        : offeredSteps(actor, project, "link", link).filter(
            (name) => name === "absorption.claim-incentive",
          ),
  };
}

async function claimsOf(tx: Tx, actor: Actor, project: ProjectRecord) {
  const rows = await tx.incentiveClaim.findMany({
    where: { projectId: project.id },
    orderBy: [{ claimedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      ledgerLinkId: true,
      ruleCode: true,
      baseCost: true,
      amount: true,
      status: true,
      claimedById: true,
      claimedByName: true,
      claimedAt: true,
      decidedById: true,
      decidedByName: true,
      decidedAt: true,
      decisionReason: true,
      version: true,
      incentiveRule: { select: { title: true, rate: true, basis: true } },
      ledgerLink: {
        select: { link: true, status: true, technology: { select: { name: true, nameEn: true } } },
      },
      payments: { select: { documentNumber: true, issuedAt: true, receivedAt: true } },
    },
  });
  return rows.map(({ claimedById, decidedById, ledgerLink, incentiveRule, payments, ...row }) => ({
    ...row,
    linkId: row.ledgerLinkId,
    baseCost: row.baseCost.toFixed(2),
    amount: row.amount.toFixed(2),
    title: textOf(incentiveRule.title),
    rate: incentiveRule.rate?.toString() ?? null,
    link: ledgerLink.link,
    technology: ledgerLink.technology,
    /** The link was reopened after the money had left. */
    linkReopened:
      ledgerLink.status !== "closed" && (row.status === "issued" || row.status === "paid"),
    payment: payments[0] ?? null,
    actions: offeredSteps(actor, project, "incentive_claim", {
      status: row.status,
      hands: decidedById ? [claimedById, decidedById] : [claimedById],
    }),
  }));
}

function ruleDto(rule: RuleRow) {
  return {
    id: rule.id,
    code: rule.code,
    link: rule.link,
    title: textOf(rule.title),
    administeredBy: rule.administeredBy,
    rate: rule.rate?.toString() ?? null,
    cap: rule.cap?.toFixed(2) ?? null,
    basis: { zh: rule.basis, en: ruleConditions.safeParse(rule.conditions).data?.basisEn ?? "" },
    guidance: textOf(rule.guidance),
    period: periodOf(rule),
  };
}
