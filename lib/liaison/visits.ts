import { type Actor, holds } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { liaisonReaders } from "./rules";

const shown = 30;

/** Visits on site, the latest first, with their photographs; for officials only. */
export async function visitsOf(
  tx: Tx,
  actor: Actor,
  where: { districtId: string } | { projectId: string },
) {
  if (!holds(actor, ...liaisonReaders)) return [];
  const visits = await tx.liaisonVisit.findMany({
    where: { AND: [where, { project: projectScope(actor) }] },
    orderBy: [{ visitedOn: "desc" }, { id: "desc" }],
    take: shown,
    select: {
      id: true,
      visitedOn: true,
      visitors: true,
      findings: true,
      agreed: true,
      recordedByName: true,
      project: { select: { id: true, number: true, title: true, titleEn: true } },
    },
  });
  const links = await tx.fileLink.findMany({
    where: {
      subjectType: "liaison_visit",
      subjectId: { in: visits.map(({ id }) => id) },
      removedAt: null,
    },
    orderBy: { linkedAt: "asc" },
    select: { subjectId: true, file: { select: { id: true, originalName: true, size: true } } },
  });
  return visits.map((visit) => ({
    ...visit,
    photos: links
      .filter(({ subjectId }) => subjectId === visit.id)
      .map(({ file }) => ({ id: file.id, name: file.originalName, bytes: file.size })),
  }));
}

export type Visit = Awaited<ReturnType<typeof visitsOf>>[number];
