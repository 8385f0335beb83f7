import { linkFiles } from "@/lib/documents/link";
import { Prisma } from "@/lib/generated/prisma/client";
import { defineTransition } from "@/lib/project/command";
import { recordOpinion } from "../opinion";
import { consentToGivingUpInput } from "../schema";
import { cancelContracts, closeNotice, dropApprovalDuties } from "../settle";

/** T20: the manager consents; notice and contract end and the grant is free again. */
export const consentToGivingUp = defineTransition({
  name: "approval.consent-to-giving-up",
  transition: "T20",
  input: consentToGivingUpInput,
  run: async (context, project, input) => {
    const opinionId = await recordOpinion(context, project, {
      kind: "approval_decision",
      verdict: "given_up",
      text: input.note ?? "",
      minutesNumber: input.minutesNumber,
    });
    await closeNotice(context, project);
    await cancelContracts(context, project);
    await dropApprovalDuties(context, project);
    const subject = { type: "opinion", id: opinionId };
    return {
      data: { grantAmount: new Prisma.Decimal(0), budgetTotal: project.ownAmount },
      fileHashes: await linkFiles(context, project, subject, input.documents ?? []),
    };
  },
});
