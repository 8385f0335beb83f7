import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { dayText } from "@/lib/lifecycle/due";
import { readProject } from "@/lib/project/load";
import { today } from "./dates";
import { highestTrl } from "./links";

/**
 * Mastery and readiness of each technology over time: its readings in their order with what each stands
 * on, from the first day of the project to today or its end. Null outside the actor's scope.
 */
export async function readingsOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return null;
  const rows = await tx.technology.findMany({
    where: { projectId: project.id, removedAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      nameEn: true,
      trlScaleId: true,
      trlStart: true,
      readings: {
        orderBy: [{ asOf: "asc" }, { recordedAt: "asc" }, { id: "asc" }],
        select: {
          id: true,
          asOf: true,
          mastery: true,
          trl: true,
          note: true,
          evidenceId: true,
          fileId: true,
          recordedByName: true,
        },
      },
      ledgerLinks: { select: { evidence: { select: { id: true, description: true } } } },
    },
  });
  const day = today(now);
  const last = project.endsOn !== null && project.endsOn > day ? project.endsOn : day;
  return {
    from: dayText(project.startsOn ?? day),
    today: dayText(day),
    to: dayText(last),
    technologies: rows.map(({ ledgerLinks, readings, ...row }) => ({
      ...row,
      highestTrl: highestTrl(row.trlScaleId),
      readings: readings.map((reading) => ({
        ...reading,
        asOf: dayText(reading.asOf),
        evidence:
          ledgerLinks
            .flatMap(({ evidence }) => evidence)
            .find(({ id }) => id === reading.evidenceId)?.description ?? null,
      })),
    })),
  };
}

export type ReadingsView = NonNullable<Awaited<ReturnType<typeof readingsOf>>>;
