import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { linkFiles } from "../link";
import { openStates, requireAudience, requireUnitsTurn } from "../rules";
import { linkFileInput } from "../schema";

/** Adds uploaded papers to a project. */
export const linkFile = defineProjectCommand({
  name: "documents.link-file",
  input: linkFileInput,
  roles: ["filler", "unit_admin", "district_officer", "bureau_officer", "division_head"],
  states: openStates,
  rule: (project, { audience }, _now, actor) => {
    requireUnitsTurn(actor, project.state);
    requireAudience(actor, audience);
  },
  run: async (context, project, { documents, audience }) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, documents, { audience });
    return {
      data: { files: fileHashes.length },
      event: childEvent(project, subject, {
        params: { files: fileHashes.length, kinds: documents.map((each) => each.documentKind) },
        fileHashes,
        audience,
      }),
    };
  },
});
