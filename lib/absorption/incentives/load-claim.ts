import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ProjectRecord } from "@/lib/project/load";

/** What the rules ask of an incentive rule's row. */
export const ruleSelect = {
  id: true,
  code: true,
  version: true,
  link: true,
  title: true,
  administeredBy: true,
  rate: true,
  cap: true,
  conditions: true,
  basis: true,
  validFrom: true,
  validTo: true,
  budget: true,
  guidance: true,
} as const satisfies Prisma.IncentiveRuleSelect;

export type RuleRow = Prisma.IncentiveRuleGetPayload<{ select: typeof ruleSelect }>;

/** A claim of this project with its link; its claimant and whoever confirmed it are its hands. */
export async function findClaim(tx: Tx, project: ProjectRecord, input: { claimId: string }) {
  const claim = await tx.incentiveClaim.findFirst({
    where: { id: input.claimId, projectId: project.id },
    select: {
      id: true,
      status: true,
      amount: true,
      baseCost: true,
      ruleCode: true,
      incentiveRuleId: true,
      claimedById: true,
      decidedById: true,
      version: true,
      ledgerLink: {
        select: {
          id: true,
          link: true,
          status: true,
          confirmedCost: true,
          technology: { select: { name: true } },
        },
      },
    },
  });
  if (claim === null) return null;
  const hands = [claim.claimedById, ...(claim.decidedById ? [claim.decidedById] : [])];
  return { ...claim, hands };
}

export type LoadedClaim = NonNullable<Awaited<ReturnType<typeof findClaim>>>;

/** What the events and duties of a claim tell. */
export const claimParams = (claim: LoadedClaim) => ({
  technology: claim.ledgerLink.technology.name,
  link: claim.ledgerLink.link,
  rule: claim.ruleCode,
  amount: claim.amount.toFixed(2),
});
