import { invalidField } from "@/lib/kernel/errors";
import { defineTransition } from "@/lib/project/command";
import { codesInForce } from "@/lib/reference/codes-in-force";
import { dropConsentDuty } from "../consent";
import { recordOpinion } from "../opinion";
import { rejectFormallyInput } from "../schema";

const reasonList = "not_admitted_reason";

/** T10: the bureau doesn't admit the application, by one of the listed reasons. */
export const rejectFormally = defineTransition({
  name: "application.reject-formally",
  transition: "T10",
  input: rejectFormallyInput,
  run: async (context, project, { reasonCode, reason }) => {
    const codes = await codesInForce(context.tx, context.now, [reasonList]);
    if (codes.get(reasonList)?.has(reasonCode) === false) {
      throw invalidField("reasonCode", "code_not_valid", { value: reasonCode });
    }
    await recordOpinion(context, project, {
      kind: "formal_review",
      verdict: "rejected",
      text: reason,
      details: { reasonCode },
    });
    await dropConsentDuty(context, project.id);
    return { reason, params: { reasonCode } };
  },
});
