import { conflict } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { handToUnitAdminInput } from "../schema";

/** The filler has finished: the papers go to the unit's administrator, who submits them. */
export const handToUnitAdmin = defineProjectCommand({
  name: "application.hand-to-unit-admin",
  input: handToUnitAdminInput,
  roles: ["filler"],
  states: ["draft", "returned"],
  rule: (project, input) => {
    if (project.version !== input.version) {
      throw conflict("version_conflict", { version: project.version });
    }
    if (project.subStatus === "with_unit_admin") throw conflict("with_unit_admin");
  },
  run: async (context, project) => {
    await passTo(context, project, "with_unit_admin");
    return {
      data: { projectId: project.id, version: project.version + 1 },
      event: childEvent(project, { type: "project", id: project.id }),
    };
  },
});
