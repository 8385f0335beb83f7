import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { liaisonEditors, supervisedStates } from "../rules";
import { watchProjectInput } from "../schema";

/** Puts a project under special watch (重点关注), for a reason, from now on. */
export const watchProject = defineProjectCommand({
  name: "liaison.watch-project",
  input: watchProjectInput,
  roles: liaisonEditors,
  states: supervisedStates,
  run: async ({ tx, actor, now }, project, { reason }) => {
    const open = { projectId: project.id, untilAt: null };
    if ((await tx.projectWatch.count({ where: open })) > 0) throw conflict("already_watched");
    const id = newId();
    await tx.projectWatch.create({
      data: { id, ...guardedBy(project), reason, sinceAt: now, setByName: actor.name },
      select: { id: true },
    });
    return {
      data: { watchId: id },
      event: childEvent(project, { type: "project_watch", id }, { reason, audience: "officials" }),
    };
  },
});
