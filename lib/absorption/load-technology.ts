import type { Tx } from "@/lib/db/client";
import type { ProjectRecord } from "@/lib/project/load";

/** A technology of this project in use, with the day of its last reading and the evidence on its links. */
export async function findTechnology(
  tx: Tx,
  project: ProjectRecord,
  input: { technologyId: string },
) {
  const row = await tx.technology.findFirst({
    where: { id: input.technologyId, projectId: project.id, removedAt: null },
    select: {
      id: true,
      name: true,
      trlScaleId: true,
      mastery: true,
      trlNow: true,
      version: true,
      readings: { orderBy: { asOf: "desc" }, take: 1, select: { asOf: true } },
      ledgerLinks: {
        select: { evidence: { where: { status: { not: "returned" } }, select: { id: true } } },
      },
    },
  });
  if (row === null) return null;
  const { readings, ledgerLinks, ...technology } = row;
  return {
    ...technology,
    status: "open",
    lastReadingOn: readings[0]?.asOf ?? null,
    evidenceIds: ledgerLinks.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
  };
}

export type LoadedTechnology = NonNullable<Awaited<ReturnType<typeof findTechnology>>>;
