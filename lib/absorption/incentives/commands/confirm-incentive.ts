import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../../desk";
import { asLoaded, defineStep } from "../../step";
import { takeFromBudget } from "../budget";
import { claimParams, findClaim } from "../load-claim";
import { confirmIncentiveInput } from "../schema";

/**
 * The bureau confirms a claim inside the rule's budget. Another official issues the money: the duty
 * goes to the head where the case officer confirmed, and to the case officer where anybody else did.
 */
export const confirmIncentive = defineStep({
  name: "absorption.confirm-incentive",
  input: confirmIncentiveInput,
  find: findClaim,
  rule: (_project, claim) => {
    if (claim.ledgerLink.status !== "closed") throw conflict("incentive_link_reopened");
  },
  run: async (context, project, claim) => {
    const { tx, actor, now } = context;
    await takeFromBudget(tx, claim.incentiveRuleId, claim.amount);
    const result = await tx.incentiveClaim.updateMany({
      where: asLoaded(project, claim),
      data: {
        status: "confirmed",
        decidedById: actor.userId,
        decidedByName: actor.name,
        decidedAt: now,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "incentive_claim", id: claim.id };
    const params = claimParams(claim);
    const byCaseOfficer = actor.userId === project.caseOfficerId;
    await handOver(context, project, subject, {
      kind: "absorption.issue_incentive",
      holderRole: byCaseOfficer ? "division_head" : "bureau_officer",
      exceptUserId: actor.userId,
      within: "limit_incentive_decision",
      params,
    });
    return {
      data: { claimId: claim.id, version: claim.version + 1 },
      event: childEvent(project, subject, { params }),
    };
  },
});
