import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../../desk";
import { sendPayment } from "../../send-payment";
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
    const { tx } = context;
    const result = await tx.incentiveClaim.updateMany({
      where: asLoaded(project, claim),
      data: { status: "issued", version: { increment: 1 } },
    });
    expectOne(result);
    await handOver(context, project, { type: "incentive_claim", id: claim.id }, null);
    const id = await sendPayment(context, project, {
      amount: claim.amount,
      documentNumber: input.documentNumber,
      source: { purpose: "incentive", incentiveClaimId: claim.id },
    });
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
