import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { liaisonEditors, watchedStates } from "../rules";
import { endWatchInput } from "../schema";

/** Ends the special watch on a project and says why. */
export const endWatch = defineProjectCommand({
  name: "liaison.end-watch",
  input: endWatchInput,
  roles: liaisonEditors,
  states: watchedStates,
  run: async ({ tx, now }, project, { reason }) => {
    const open = await tx.projectWatch.findFirst({
      where: { projectId: project.id, untilAt: null },
      select: { id: true },
    });
    if (open === null) throw conflict("not_watched");
    const result = await tx.projectWatch.updateMany({
      where: { id: open.id, projectId: project.id, untilAt: null },
      data: { untilAt: now, endReason: reason },
    });
    expectOne(result);
    return {
      data: { watchId: open.id },
      event: childEvent(
        project,
        { type: "project_watch", id: open.id },
        { reason, audience: "officials" },
      ),
    };
  },
});
