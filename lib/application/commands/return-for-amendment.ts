import { defineTransition } from "@/lib/project/command";
import { reasonsText } from "@/lib/project/field-reasons";
import { dropConsentDuty } from "../consent";
import { addReturnNotes, returnedDueAt } from "../return-notes";
import { returnForAmendmentInput } from "../schema";

/** T03: the recommending unit returns the application with a reason on each field. */
export const returnForAmendment = defineTransition({
  name: "application.return-for-amendment",
  transition: "T03",
  input: returnForAmendmentInput,
  run: async (context, project, { reasons }) => {
    await addReturnNotes(context, project, reasons);
    await dropConsentDuty(context, project.id);
    return {
      dueAt: await returnedDueAt(context, project, "district"),
      returned: true,
      data: {
        returnedFrom: "district",
        districtOpenedAt: project.districtOpenedAt ?? context.now,
      },
      params: { fields: reasons.map(({ field }) => field) },
      reason: reasonsText(reasons),
    };
  },
});
