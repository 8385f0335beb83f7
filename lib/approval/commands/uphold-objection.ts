import { linkFiles } from "@/lib/documents/link";
import { Prisma } from "@/lib/generated/prisma/client";
import { defineTransition } from "@/lib/project/command";
import { recordOpinion } from "../opinion";
import { upholdObjectionInput } from "../schema";
import { closeNotice, dropApprovalDuties } from "../settle";

/** T16: an objection stands; the decision is open again and the grant is free. */
export const upholdObjection = defineTransition({
  name: "approval.uphold-objection",
  transition: "T16",
  input: upholdObjectionInput,
  run: async (context, project, input) => {
    const opinionId = await recordOpinion(context, project, {
      kind: "objection_finding",
      verdict: "upheld",
      text: input.note,
      minutesNumber: input.minutesNumber,
    });
    await closeNotice(context, project);
    await dropApprovalDuties(context, project);
    const subject = { type: "opinion", id: opinionId };
    return {
      data: { grantAmount: new Prisma.Decimal(0), budgetTotal: project.ownAmount },
      fileHashes: await linkFiles(context, project, subject, input.documents ?? [], {
        audience: "officials",
      }),
    };
  },
});
