import { Prisma } from "@/lib/generated/prisma/client";
import { defineTransition } from "@/lib/project/command";
import { closeUnsignedInput } from "../schema";
import { cancelContracts, dropApprovalDuties } from "../settle";

/** T18: the limit is over and two reminders did not help; the grant is free again. */
export const closeUnsigned = defineTransition({
  name: "approval.close-unsigned",
  transition: "T18",
  input: closeUnsignedInput,
  run: async (context, project, input) => {
    await cancelContracts(context, project);
    await dropApprovalDuties(context, project);
    return {
      reason: input.reason,
      data: { grantAmount: new Prisma.Decimal(0), budgetTotal: project.ownAmount },
    };
  },
});
