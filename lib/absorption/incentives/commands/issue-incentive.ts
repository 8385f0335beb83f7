import { directDistrictId } from "@/lib/access/roles";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, guardedBy } from "@/lib/project/command";
import { dueWithin, handOver } from "../../desk";
import { openPaymentDuty } from "../../payment-duties";
import { asLoaded, defineStep } from "../../step";
import { claimParams, findClaim } from "../load-claim";
import { issueIncentiveInput } from "../schema";

/** A second official issues a confirmed claim: the money goes the payments' way to the unit. */
export const issueIncentive = defineStep({
  name: "absorption.issue-incentive",
  input: issueIncentiveInput,
  find: findClaim,
  rule: (_project, claim) => {
    if (claim.ledgerLink.status !== "closed") throw conflict("incentive_link_reopened");
  },
  run: async (context, project, claim, input) => {
    const { tx, actor, now } = context;
    const result = await tx.incentiveClaim.updateMany({
      where: asLoaded(project, claim),
      data: { status: "issued", version: { increment: 1 } },
    });
    expectOne(result);
    const id = newId();
    await tx.payment.create({
      data: {
        id,
        ...guardedBy(project),
        purpose: "incentive",
        incentiveClaimId: claim.id,
        amount: claim.amount,
        originalAmount: claim.amount,
        documentNumber: input.documentNumber,
        issuedAt: now,
        issuedById: actor.userId ?? project.id,
      },
      select: { id: true },
    });
    await handOver(context, project, { type: "incentive_claim", id: claim.id }, null);
    const hop = project.districtId === directDistrictId ? "at_district_finance" : "issued";
    const dueAt = await dueWithin(tx, now, "limit_payment_hop");
    await openPaymentDuty(context, project, { id, amount: claim.amount }, hop, dueAt);
    return {
      data: { paymentId: id, version: 1 },
      event: childEvent(
        project,
        { type: "payment", id },
        { params: { ...claimParams(claim), documentNumber: input.documentNumber } },
      ),
    };
  },
});
