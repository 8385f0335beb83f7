import { personOf } from "@/lib/access/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { today } from "../../dates";
import { dueWithin } from "../../desk";
import { findLink, type LoadedLink } from "../../load-link";
import { defineStep } from "../../step";
import { type RuleRow, ruleSelect } from "../load-claim";
import { claimIncentiveInput } from "../schema";
import { claimFactsOf, entitlementOn, isReplaced } from "../terms";

/** The unit claims what a rule gives for a closed link; Kehe computes the amount from the confirmed cost. */
export const claimIncentive = defineStep({
  name: "absorption.claim-incentive",
  input: claimIncentiveInput,
  find: async (tx, project, input) => {
    const link = await findLink(tx, project, input);
    const rule = await tx.incentiveRule.findUnique({
      where: { id: input.ruleId },
      select: ruleSelect,
    });
    return link && rule && { ...link, rule };
  },
  rule: (project, link, _input, now) => {
    const { obstacle } = entitlementOf(project.cooperationMode, link, now);
    if (obstacle !== null) throw conflict(obstacle);
  },
  run: async (context, project, link) => {
    const { tx, actor, now } = context;
    const { amount, baseCost } = entitlementOf(project.cooperationMode, link, now);
    if (amount === null) throw notFound();
    const { rule } = link;
    if (await isReplaced(tx, rule, today(now))) throw conflict("incentive_not_in_force");
    const claimed = await tx.incentiveClaim.count({
      where: {
        ledgerLinkId: link.id,
        ruleCode: rule.code,
        status: { notIn: ["refused", "withdrawn"] },
      },
    });
    if (claimed > 0) throw conflict("incentive_claimed_already");
    const id = newId();
    await tx.incentiveClaim.create({
      data: {
        id,
        ...guardedBy(project),
        ledgerLinkId: link.id,
        incentiveRuleId: rule.id,
        ruleCode: rule.code,
        baseCost,
        amount,
        claimedById: personOf(actor),
        claimedByName: actor.name,
        claimedAt: now,
      },
      select: { id: true },
    });
    const params = { technology: link.technologyName, link: link.link, rule: rule.code, amount };
    const subject = { type: "incentive_claim", id };
    await openDuty(tx, project, {
      kind: "absorption.decide_incentive",
      subject,
      holderRole: "bureau_officer",
      since: now,
      dueAt: await dueWithin(tx, now, "limit_incentive_decision"),
      params,
    });
    return {
      data: { claimId: id, amount, version: 1 },
      event: childEvent(project, subject, { params: { ...params, cost: baseCost } }),
    };
  },
});

type Claimed = LoadedLink & { rule: RuleRow };

const entitlementOf = (cooperationMode: string, link: Claimed, now: Date) =>
  entitlementOn(link.rule, claimFactsOf(cooperationMode, link, link.facts.technology), today(now));
