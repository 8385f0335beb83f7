import { findRecord } from "@/lib/absorption/records/load-record";
import { recordTypes } from "@/lib/absorption/records/schema";
import { type AboutFunction, idOf } from "./types";

/** A record of the ledger that the district judges; a correction shows its own former words. */
export const record: AboutFunction = async ({ tx, project, hidden }) => {
  const recordType = recordTypes.find((each) => each === hidden.recordType);
  if (recordType === undefined) return [];
  const row = await findRecord(tx, project, { recordType, recordId: idOf(hidden, "recordId") });
  if (row === null) return [];
  return [
    { label: "record", value: row.name },
    { label: "recordedOn", value: row.datedOn, as: "date" },
  ];
};

/** The person whose stay is stated. */
export const person: AboutFunction = async ({ tx, project, hidden }) => {
  const row = await tx.trainedPerson.findFirst({
    where: { id: idOf(hidden, "personId"), projectId: project.id },
    select: { name: true, retentionOn: true },
  });
  if (row === null) return [];
  return [
    { label: "person", value: row.name },
    { label: "retentionFrom", value: row.retentionOn, as: "date" },
  ];
};
