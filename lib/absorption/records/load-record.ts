import type { Tx } from "@/lib/db/client";
import type { ProjectRecord } from "@/lib/project/load";
import type { RecordType } from "./schema";

export interface LoadedRecord {
  id: string;
  type: RecordType;
  /** How people name it: a title, a person, a number. */
  name: string;
  datedOn: Date;
  status: string;
  fileId: string | null;
  version: number;
}

const common = { id: true, fileId: true, review: true, version: true } as const;

type Finder = (
  tx: Tx,
  where: { id: string; projectId: string },
) => Promise<Omit<LoadedRecord, "type"> | null>;

const finders: Record<RecordType, Finder> = {
  right: async (tx, where) => {
    const row = await tx.ipRight.findFirst({
      where,
      select: { ...common, title: true, datedOn: true },
    });
    return row && { ...row, name: row.title, status: row.review };
  },
  training: async (tx, where) => {
    const row = await tx.trainedPerson.findFirst({
      where,
      select: { ...common, name: true, topic: true, endedOn: true },
    });
    return (
      row && { ...row, name: `${row.name} ${row.topic}`, datedOn: row.endedOn, status: row.review }
    );
  },
  registration: async (tx, where) => {
    const row = await tx.contractRegistration.findFirst({
      where,
      select: { ...common, number: true, title: true, registeredOn: true },
    });
    return (
      row && {
        ...row,
        name: `${row.number} ${row.title}`,
        datedOn: row.registeredOn,
        status: row.review,
      }
    );
  },
};

/** A record of this project; null when there is none. */
export async function findRecord(
  tx: Tx,
  project: Pick<ProjectRecord, "id">,
  input: { recordType: RecordType; recordId: string },
): Promise<LoadedRecord | null> {
  const row = await finders[input.recordType](tx, { id: input.recordId, projectId: project.id });
  return row && { ...row, type: input.recordType };
}

/** Writes the district's word on a record, as it was loaded; answers how many rows took it. */
export async function writeReview(
  tx: Tx,
  project: Pick<ProjectRecord, "id">,
  record: LoadedRecord,
  review: {
    review: "confirmed" | "returned";
    reviewedById: string | null;
    reviewedByName: string;
    reviewedAt: Date;
    reviewReason: string | null;
  },
): Promise<{ count: number }> {
  const args = {
    where: {
      id: record.id,
      projectId: project.id,
      review: record.status,
      version: record.version,
    },
    data: { ...review, version: { increment: 1 } },
  };
  if (record.type === "right") return tx.ipRight.updateMany(args);
  if (record.type === "training") return tx.trainedPerson.updateMany(args);
  return tx.contractRegistration.updateMany(args);
}
