import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../../desk";
import { asLoaded, defineStep } from "../../step";
import { claimParams, findClaim } from "../load-claim";
import { refuseIncentiveInput } from "../schema";

/** The bureau refuses a claim with its reason; the unit may claim again. */
export const refuseIncentive = defineStep({
  name: "absorption.refuse-incentive",
  input: refuseIncentiveInput,
  find: findClaim,
  run: async (context, project, claim, input) => {
    const { tx, actor, now } = context;
    const result = await tx.incentiveClaim.updateMany({
      where: asLoaded(project, claim),
      data: {
        status: "refused",
        decidedById: actor.userId,
        decidedByName: actor.name,
        decidedAt: now,
        decisionReason: input.reason,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "incentive_claim", id: claim.id };
    await handOver(context, project, subject, null);
    return {
      data: { claimId: claim.id, version: claim.version + 1 },
      event: childEvent(project, subject, { params: claimParams(claim), reason: input.reason }),
    };
  },
});
