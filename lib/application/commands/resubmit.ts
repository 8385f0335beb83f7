import { defineTransition } from "@/lib/project/command";
import { resolveReturnNotes } from "../return-notes";
import { resubmitInput } from "../schema";
import { submitProposal } from "../submission";

/** T04: the amended application goes back to the recommending unit. */
export const resubmit = defineTransition({
  name: "application.resubmit",
  transition: "T04",
  input: resubmitInput,
  run: async (context, project) => {
    const options = await submitProposal(context, project);
    await resolveReturnNotes(context, project.id);
    return options;
  },
});
