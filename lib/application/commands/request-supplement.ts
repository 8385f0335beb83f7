import { defineTransition } from "@/lib/project/command";
import { reasonsText } from "@/lib/project/field-reasons";
import { caseOfficer } from "../case-officer";
import { dropConsentDuty } from "../consent";
import { addReturnNotes, returnedDueAt } from "../return-notes";
import { requestSupplementInput } from "../schema";

/** T07: the bureau asks for a supplement, once, with a reason on each field. */
export const requestSupplement = defineTransition({
  name: "application.request-supplement",
  transition: "T07",
  input: requestSupplementInput,
  run: async (context, project, { reasons }) => {
    await addReturnNotes(context, project, reasons);
    await dropConsentDuty(context, project.id);
    return {
      dueAt: await returnedDueAt(context, project, "bureau"),
      returned: true,
      data: { returnedFrom: "bureau", supplementUsed: true, ...caseOfficer(context, project) },
      params: { fields: reasons.map(({ field }) => field) },
      reason: reasonsText(reasons),
    };
  },
});
