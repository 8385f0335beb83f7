import type { Tx } from "@/lib/db/client";
import type { RecordType } from "./schema";

export interface RecordChoice {
  id: string;
  type: RecordType;
  name: string;
  review: string;
}

/** The records of a project by what people call them, as evidence may name them. */
export async function recordChoices(tx: Tx, projectId: string): Promise<RecordChoice[]> {
  const where = { projectId };
  const rights = await tx.ipRight.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, title: true, review: true },
  });
  const people = await tx.trainedPerson.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, name: true, topic: true, review: true },
  });
  const registrations = await tx.contractRegistration.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true, number: true, title: true, review: true },
  });
  return [
    ...rights.map(({ title, ...row }) => ({ ...row, type: "right" as const, name: title })),
    ...people.map(({ name, topic, ...row }) => ({
      ...row,
      type: "training" as const,
      name: `${name} ${topic}`,
    })),
    ...registrations.map(({ number, title, ...row }) => ({
      ...row,
      type: "registration" as const,
      name: `${number} ${title}`,
    })),
  ];
}
