import { type Actor, holds } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { ProjectRecord } from "@/lib/project/load";
import { liaisonEditors, liaisonReaders, supervisedStates, watchedStates } from "./rules";

const shown = 200;

/** Projects under special watch and those that were, the open ones first; for officials only. */
export async function watchList(tx: Tx, actor: Actor, where: Prisma.ProjectWatchWhereInput = {}) {
  if (!holds(actor, ...liaisonReaders)) return [];
  const rows = await tx.projectWatch.findMany({
    where: { AND: [where, { project: projectScope(actor) }] },
    orderBy: [{ untilAt: { sort: "desc", nulls: "first" } }, { sinceAt: "desc" }],
    take: shown,
    select: {
      id: true,
      reason: true,
      sinceAt: true,
      setByName: true,
      untilAt: true,
      endReason: true,
      project: {
        select: {
          id: true,
          number: true,
          title: true,
          titleEn: true,
          unitId: true,
          unitName: true,
          districtId: true,
          caseOfficerId: true,
          state: true,
          dueAt: true,
          grantAmount: true,
          spentAmount: true,
          adjustedBudget: true,
        },
      },
    },
  });
  return rows.map(({ project, ...row }) => ({
    ...row,
    project,
    mayEnd: row.untilAt === null && isAllowed(mayAs(actor, project, liaisonEditors)),
  }));
}

export type WatchLine = Awaited<ReturnType<typeof watchList>>[number];

/** The steps of the liaison desk that this actor may take on a project now. */
export function liaisonSteps(actor: Actor, project: ProjectRecord, watched: boolean): string[] {
  if (!isAllowed(mayAs(actor, project, liaisonEditors))) return [];
  const supervised = supervisedStates.includes(project.state);
  return [
    ...(supervised ? ["liaison.record-visit"] : []),
    ...(supervised && !watched ? ["liaison.watch-project"] : []),
    ...(watched && watchedStates.includes(project.state) ? ["liaison.end-watch"] : []),
  ];
}
