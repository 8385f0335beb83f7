import { moneyOf } from "@/lib/absorption/money-queries";
import { type Actor, holds } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { openChangeStatuses } from "@/lib/project/change-status";
import { projectDetail } from "@/lib/project/detail";
import { liaisonReaders } from "./rules";

/**
 * The facts on record for half a page about a project: who, where it stands, the absorption's links,
 * the money, and what is late or watched. For officials; null outside the scope.
 */
export async function briefOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  if (!holds(actor, ...liaisonReaders)) return null;
  const project = await projectDetail(tx, actor, projectId, now);
  if (project === null) return null;
  const money = await moneyOf(tx, actor, project.id, now);
  if (money === null) return null;
  const own = { projectId: project.id };
  const links = { ...own, technology: { removedAt: null } };
  const open = { ...own, status: "open" };
  const watch = await tx.projectWatch.findFirst({
    where: { ...own, untilAt: null },
    select: { reason: true, sinceAt: true },
  });
  const visit = await tx.liaisonVisit.findFirst({
    where: own,
    orderBy: { visitedOn: "desc" },
    select: { visitedOn: true },
  });
  return {
    project,
    money: {
      grant: money.grant,
      own: money.own,
      received: money.sums.received,
      /** The grant of a project that was only registered goes another way. */
      paidHere: project.origin !== "registration" || money.payments.length > 0,
      spent: money.spent,
      budget: money.adjustedBudget,
      toReturn: money.sums.toReturn,
      returned: money.sums.returned,
    },
    links: {
      all: await tx.ledgerLink.count({ where: links }),
      closed: await tx.ledgerLink.count({ where: { ...links, status: "closed" } }),
      late: await tx.ledgerLink.count({
        where: { ...links, status: { not: "closed" }, plannedTo: { lt: now } },
      }),
    },
    technologies: await tx.technology.count({ where: { ...own, removedAt: null } }),
    overdue: await tx.duty.count({ where: { ...open, dueAt: { lt: now } } }),
    changes: await tx.changeRequest.count({
      where: { ...own, status: { in: [...openChangeStatuses] } },
    }),
    watch,
    visitedOn: visit?.visitedOn ?? null,
  };
}

export type Brief = NonNullable<Awaited<ReturnType<typeof briefOf>>>;
