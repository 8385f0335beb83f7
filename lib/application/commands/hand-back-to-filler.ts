import { conflict } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { handBackToFillerInput } from "../schema";

/** The unit's administrator gives the papers back to the filler, with the reason. */
export const handBackToFiller = defineProjectCommand({
  name: "application.hand-back-to-filler",
  input: handBackToFillerInput,
  roles: ["unit_admin"],
  states: ["draft", "returned"],
  rule: (project, input) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    if (project.subStatus !== "with_unit_admin") throw conflict("not_with_unit_admin");
  },
  run: async (context, project, input) => {
    await passTo(context, project, "with_filler", { returned: true });
    return {
      data: { projectId: project.id, version: project.version + 1 },
      event: childEvent(project, { type: "project", id: project.id }, { reason: input.reason }),
    };
  },
});
