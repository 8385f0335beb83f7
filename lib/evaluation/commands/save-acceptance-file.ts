import { applicantRoles } from "@/lib/access/roles";
import { defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, personId, requirePapers, writeAcceptance } from "../acceptance";
import { saveAcceptanceFileInput } from "../schema";

/** Keeps the draft of the acceptance file while the papers are with the unit. */
export const saveAcceptanceFile = defineProjectCommand({
  name: "evaluation.save-acceptance-file",
  input: saveAcceptanceFileInput,
  roles: applicantRoles,
  states: ["acceptance_filing"],
  keepsOwnVersions: true,
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, { projectId: _id, acceptanceVersion, ...content }) => {
    const acceptance = await acceptanceOf(context.tx, project.id, acceptanceVersion);
    await writeAcceptance(context.tx, acceptance, { content });
    await noteHand(context.tx, project.id, personId(context), "acceptance.filled", context.now);
    return { data: { acceptanceVersion: acceptance.version + 1 }, event: null };
  },
});
