import { tellsOfExperts } from "@/lib/audit/queries";
import { withoutExperts } from "@/lib/documents/scope";
import type { PartRequest, RecordPart } from "./record-part";

const byId = { id: "asc" } as const;

/** Who had to do what, visits, what hangs on the project as files, and every event. */
export const trailParts: readonly RecordPart[] = [
  {
    name: "duties",
    tables: ["duty"],
    read: ({ tx, projectId, veiled }) =>
      tx.duty.findMany({
        where: { projectId, ...(veiled ? { holderRole: { not: "expert" } } : {}) },
        orderBy: byId,
      }),
  },
  {
    name: "visits",
    tables: ["liaison_visit", "project_watch"],
    read: async ({ tx, projectId }) => ({
      visits: await tx.liaisonVisit.findMany({ where: { projectId }, orderBy: byId }),
      watches: await tx.projectWatch.findMany({ where: { projectId }, orderBy: byId }),
    }),
  },
  {
    name: "file-links",
    tables: ["file_link"],
    read: ({ tx, projectId, veiled }) =>
      tx.fileLink.findMany({
        where: veiled ? { AND: [{ projectId }, withoutExperts] } : { projectId },
        orderBy: byId,
        include: {
          file: {
            select: {
              sha256: true,
              size: true,
              mediaType: true,
              originalName: true,
              uploadedByName: true,
              uploadedAt: true,
            },
          },
        },
      }),
  },
  { name: "events", tables: ["event"], read: events },
];

/** The project's part of the chain; what could name an expert is left out while he is not known. */
async function events({ tx, projectId, veiled }: PartRequest) {
  const rows = await tx.event.findMany({ where: { projectId }, orderBy: { seq: "asc" } });
  return rows.map((row) =>
    veiled && tellsOfExperts(row)
      ? { ...row, actorId: null, actorName: "", params: {}, reason: null, fileHashes: [] }
      : row,
  );
}
