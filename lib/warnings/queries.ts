import type { Actor } from "@/lib/access/actor";
import { isAccountRole } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { holderFor } from "@/lib/project/duties";
import { loadNumbers } from "@/lib/reference/settings";
import { levelDay, type WarningRuleId, warningRuleIds } from "./rules";

/**
 * The open warnings of a project, red and longest standing first, each with the day on which an
 * amber one turns red; none outside the actor's scope, and none for experts.
 */
export async function warningsOfProject(tx: Tx, actor: Actor, projectId: string, now: Date) {
  if (seesOnlyAsExpert(actor)) return [];
  const rows = await tx.warning.findMany({
    where: { projectId, closedAt: null, project: projectScope(actor) },
    orderBy: [{ level: "desc" }, { since: "asc" }, { id: "asc" }],
    select: {
      id: true,
      rule: true,
      level: true,
      subjectType: true,
      subjectId: true,
      districtId: true,
      holderRole: true,
      since: true,
      params: true,
    },
  });
  if (rows.length === 0) return [];
  const numbers = await loadNumbers(tx, now);
  return rows.flatMap(({ rule, ...row }) => {
    const known = warningRuleIds.find((id) => id === rule);
    return known ? [{ ...row, rule: known, redOn: redOn(known, row, numbers) }] : [];
  });
}

export type ProjectWarning = Awaited<ReturnType<typeof warningsOfProject>>[number];

function redOn(
  rule: WarningRuleId,
  { level, since }: { level: string; since: Date },
  numbers: ReadonlyMap<string, number>,
): Date | null {
  return level === "amber" ? levelDay(rule, "red", since, numbers) : null;
}

/** On whose desk a warning lies: the steps of a direct unit's district are the bureau's. */
export const deskRole = (row: { holderRole: string; districtId: string }): string =>
  isAccountRole(row.holderRole) ? holderFor(row.holderRole, row.districtId) : row.holderRole;

/** How many open warnings of each level these projects have; the caller has chosen them by scope. */
export async function warningMarks(
  tx: Tx,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, { red: number; amber: number }>> {
  if (projectIds.length === 0) return new Map();
  const counts = await tx.warning.groupBy({
    by: ["projectId", "level"],
    where: { projectId: { in: [...projectIds] }, closedAt: null },
    _count: { _all: true },
  });
  const marks = new Map<string, { red: number; amber: number }>();
  for (const { projectId, level, _count } of counts) {
    const mark = marks.get(projectId) ?? { red: 0, amber: 0 };
    marks.set(projectId, { ...mark, [level]: _count._all });
  }
  return marks;
}
