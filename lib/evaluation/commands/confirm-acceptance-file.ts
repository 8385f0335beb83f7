import { linkFiles } from "@/lib/documents/link";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, giveOpinion, personId, requirePapers, writeAcceptance } from "../acceptance";
import { confirmAcceptanceFileInput } from "../schema";

/** The district confirms the acceptance file: it goes to the bureau. */
export const confirmAcceptanceFile = defineProjectCommand({
  name: "evaluation.confirm-acceptance-file",
  input: confirmAcceptanceFileInput,
  roles: ["district_officer"],
  states: ["acceptance_filing"],
  rule: (project) => requirePapers(project, "with_district"),
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await giveOpinion(context, project, {
      kind: "acceptance_confirmation",
      verdict: "confirmed",
      text: input.opinion,
    });
    await writeAcceptance(tx, acceptance, {
      status: "confirmed",
      districtConfirmedById: personId(context),
      districtConfirmedAt: now,
    });
    await noteHand(tx, project.id, personId(context), "acceptance.district", now);
    await passTo(context, project, "with_bureau");
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(project, subject, { reason: input.opinion, fileHashes }),
    };
  },
});
