import { defineTransition } from "@/lib/project/command";
import { dropConsentDuty } from "../consent";
import { recallSubmissionInput } from "../schema";

/** T02: the unit takes its submission back while nobody has opened it. */
export const recallSubmission = defineTransition({
  name: "application.recall-submission",
  transition: "T02",
  input: recallSubmissionInput,
  run: async (context, project) => {
    await dropConsentDuty(context, project.id);
    return {};
  },
});
