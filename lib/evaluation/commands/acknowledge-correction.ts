import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { acknowledgeCorrectionInput } from "../schema";

/** The auditor confirms that he was told of a correction; he changes nothing. */
export const acknowledgeCorrection = defineProjectCommand({
  name: "evaluation.acknowledge-correction",
  input: acknowledgeCorrectionInput,
  roles: ["auditor"],
  states: ["evaluation", "tracking", "archived", "revoked"],
  run: async (context, project) => {
    await settleDuties(
      context.tx,
      { projectId: project.id, kind: "evaluation.correction" },
      context,
    );
    return {
      data: { projectId: project.id },
      event: childEvent(project, { type: "project", id: project.id }, { audience: "officials" }),
    };
  },
});
