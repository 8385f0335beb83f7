import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { cancelDuties } from "@/lib/project/duties";
import { asLoaded, defineStep } from "../../step";
import { claimParams, findClaim } from "../load-claim";
import { withdrawIncentiveInput } from "../schema";

/** The unit takes its claim back before it is decided. */
export const withdrawIncentive = defineStep({
  name: "absorption.withdraw-incentive",
  input: withdrawIncentiveInput,
  find: findClaim,
  run: async ({ tx, now }, project, claim) => {
    const result = await tx.incentiveClaim.updateMany({
      where: asLoaded(project, claim),
      data: { status: "withdrawn", version: { increment: 1 } },
    });
    expectOne(result);
    await cancelDuties(tx, { projectId: project.id, subjectId: claim.id }, now);
    return {
      data: { claimId: claim.id, version: claim.version + 1 },
      event: childEvent(
        project,
        { type: "incentive_claim", id: claim.id },
        { params: claimParams(claim) },
      ),
    };
  },
});
