import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { contactOf } from "./bodies";
import { liaisonReaders } from "./rules";
import { visitsOf } from "./visits";
import { liaisonSteps } from "./watch";

/**
 * What the liaison desk is to one project: whom its unit calls, and for officials the special watch,
 * the visits and the steps; null outside the scope.
 */
export async function projectLiaison(tx: Tx, actor: Actor, projectId: string) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const official = holds(actor, ...liaisonReaders);
  const watch = official
    ? await tx.projectWatch.findFirst({
        where: { projectId: project.id, untilAt: null },
        select: { reason: true, sinceAt: true, setByName: true },
      })
    : null;
  return {
    official,
    contact: await contactOf(tx, actor, project.id),
    watch,
    visits: await visitsOf(tx, actor, { projectId: project.id }),
    steps: liaisonSteps(actor, project, watch !== null),
  };
}
