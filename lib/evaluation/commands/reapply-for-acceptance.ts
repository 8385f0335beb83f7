import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { acceptanceOf, writeAcceptance } from "../acceptance";
import { reapplyForAcceptanceInput } from "../schema";

/** T29: after the confirmed rectification a second round of acceptance begins. */
export const reapplyForAcceptance = defineTransition({
  name: "evaluation.reapply-for-acceptance",
  transition: "T29",
  input: reapplyForAcceptanceInput,
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id);
    const round = acceptance.round + 1;
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? [], {
      version: round,
    });
    await writeAcceptance(context.tx, acceptance, {
      status: "review",
      round,
      proposedResult: null,
      opinion: null,
    });
    return { subStatus: "with_bureau", params: { round }, fileHashes };
  },
});
