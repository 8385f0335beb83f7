import { applicantRoles } from "@/lib/access/roles";
import { defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, personId, requirePapers, writeAcceptance } from "../acceptance";
import { saveAcceptanceFileInput } from "../schema";
import { fillSheet, keepSheet, statedSpending } from "../self-sheet";
import { filingSheet } from "../start";

/** Keeps the draft of the acceptance file, lines included, while the papers are with the unit. */
export const saveAcceptanceFile = defineProjectCommand({
  name: "evaluation.save-acceptance-file",
  input: saveAcceptanceFileInput,
  roles: applicantRoles,
  states: ["acceptance_filing"],
  keepsOwnVersions: true,
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, { acceptanceVersion, lines, summary, finalAccount }) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, acceptanceVersion);
    await writeAcceptance(tx, acceptance, { content: { summary, finalAccount } });
    const stored = await filingSheet(context, project);
    const spent = statedSpending(finalAccount ?? {});
    const sheet = stored && fillSheet(stored, lines ?? [], spent);
    if (sheet) await keepSheet(tx, sheet);
    await noteHand(tx, project.id, personId(context), "acceptance.filled", now);
    return {
      data: {
        acceptanceVersion: acceptance.version + 1,
        selfTotal: sheet?.result.total ?? null,
      },
      event: null,
    };
  },
});
