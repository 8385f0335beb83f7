import { defineTransition } from "@/lib/project/command";
import { resolveReturnNotes } from "../return-notes";
import { submitSupplementInput } from "../schema";
import { submitProposal } from "../submission";

/** T08: the supplement goes back to the bureau's formal review. */
export const submitSupplement = defineTransition({
  name: "application.submit-supplement",
  transition: "T08",
  input: submitSupplementInput,
  run: async (context, project) => {
    const options = await submitProposal(context, project);
    await resolveReturnNotes(context, project.id);
    return options;
  },
});
