import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { recordOpinion } from "../opinion";
import { declineApprovalInput } from "../schema";
import { dropApprovalDuties } from "../settle";

/** T13: not approved, with the reason that the applicant reads. */
export const declineApproval = defineTransition({
  name: "approval.decline-approval",
  transition: "T13",
  input: declineApprovalInput,
  run: async (context, project, input) => {
    const opinionId = await recordOpinion(context, project, {
      kind: "approval_decision",
      verdict: "declined",
      text: input.reason,
      minutesNumber: input.minutesNumber,
    });
    await dropApprovalDuties(context, project);
    const subject = { type: "opinion", id: opinionId };
    return {
      reason: input.reason,
      fileHashes: await linkFiles(context, project, subject, input.documents ?? [], {
        audience: "officials",
      }),
    };
  },
});
