import { compare, decimalOf } from "@/lib/kernel/fraction";
import { dayText } from "@/lib/lifecycle/due";
import { linkIncentive } from "../measures";
import { ruleConditions } from "./schema";

/** An incentive rule as data: rate (share) and amounts in yuan are decimal text. */
export interface IncentiveTerms {
  link: string;
  administeredBy: string;
  rate: string | null;
  cap: string | null;
  conditions: unknown;
  validFrom: Date;
  validTo: Date | null;
}

/** What a claim rests on: the closed link, its technology and its project. */
export interface ClaimFacts {
  link: string;
  /** Yuan that the district confirmed when the link closed; null before that. */
  confirmedCost: string | null;
  mainTechnology: boolean;
  cooperationMode: string;
}

export type IncentiveObstacle =
  | "incentive_other_link"
  | "incentive_elsewhere"
  | "incentive_without_rate"
  | "incentive_not_in_force"
  | "incentive_condition_unmet"
  | "incentive_nothing_to_claim";

/** What the bureau administers itself is claimed in Kehe; all else is claimed where the rule says (domain.md §2.2). */
const ownAdministrator = "science";

/** Is the bureau's own money at a rate behind this rule? */
export const isClaimable = (rule: Pick<IncentiveTerms, "administeredBy" | "rate">): boolean =>
  rule.administeredBy === ownAdministrator && rule.rate !== null;

/** Is the rule in force on this day (Asia/Shanghai, as days are stored)? */
export const isInForce = (
  rule: Pick<IncentiveTerms, "validFrom" | "validTo">,
  today: Date,
): boolean => {
  const day = dayText(today);
  return dayText(rule.validFrom) <= day && (rule.validTo === null || day <= dayText(rule.validTo));
};

export type Entitlement =
  | { amount: string; baseCost: string; obstacle: null }
  | { amount: null; baseCost: string | null; obstacle: IncentiveObstacle };

/**
 * What a unit may claim under a rule for a link: rate × confirmed cost, at most the cap, in yuan
 * (domain.md §2.2: 40 at 20 % is 8.0); or the first thing that stands against it.
 */
export function entitlement(rule: IncentiveTerms, facts: ClaimFacts, today: Date): Entitlement {
  const obstacle = obstacleOf(rule, facts, today);
  if (obstacle !== null) return { amount: null, baseCost: facts.confirmedCost, obstacle };
  const baseCost = facts.confirmedCost ?? "0.00";
  const amount = linkIncentive(rule, baseCost);
  if (amount === null || Number(amount) <= 0) {
    return { amount: null, baseCost, obstacle: "incentive_nothing_to_claim" };
  }
  return { amount, baseCost, obstacle: null };
}

function obstacleOf(
  rule: IncentiveTerms,
  facts: ClaimFacts,
  today: Date,
): IncentiveObstacle | null {
  if (rule.link !== facts.link) return "incentive_other_link";
  if (rule.administeredBy !== ownAdministrator) return "incentive_elsewhere";
  if (rule.rate === null) return "incentive_without_rate";
  if (!isInForce(rule, today)) return "incentive_not_in_force";
  return conditionsMet(rule.conditions, facts) ? null : "incentive_condition_unmet";
}

function conditionsMet(conditions: unknown, facts: ClaimFacts): boolean {
  const read = ruleConditions.safeParse(conditions);
  if (!read.success) return false;
  const { modes, mainOnly, leastCost } = read.data;
  if (modes && !modes.includes(facts.cooperationMode)) return false;
  if (mainOnly && !facts.mainTechnology) return false;
  const cost = decimalOf(facts.confirmedCost ?? "0");
  return leastCost === undefined || compare(cost, decimalOf(leastCost)) >= 0;
}

/** Statuses of a claim that hold a part of the rule's budget. */
export const spendingStatuses = ["confirmed", "issued", "paid"] as const;

/** Statuses of a claim that fall away when its link is reopened or its project ends. */
export const openClaimStatuses = ["claimed", "confirmed"] as const;
