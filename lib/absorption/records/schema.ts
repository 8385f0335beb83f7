import { z } from "zod";
import { field, rowVersion } from "@/lib/kernel/field";
import { daySchema, yuanSchema } from "@/lib/project/plan";

const hiddenId = () => field(z.uuid(), { kind: "hidden" });
const version = rowVersion();
const shortText = z.string().trim().min(1).max(200);
const longText = field(z.string().trim().min(1).max(2000), { kind: "longText" });
const day = field(daySchema, { kind: "date", width: "half" });
const file = field(z.uuid().nullish(), { kind: "file" });

/** What the ledger keeps beside its links: own rights and products, people trained, contracts registered. */
export const recordTypes = ["right", "training", "registration"] as const;
export type RecordType = (typeof recordTypes)[number];

/** A new record, or the correction of one that was returned. */
const recording = z.strictObject({
  projectId: hiddenId(),
  recordId: field(z.uuid().optional(), { kind: "hidden" }),
});

export const recordRightInput = recording.extend({
  type: field(z.string().min(1).max(40), { kind: "select", options: "ip_type", width: "half" }),
  status: field(z.string().min(1).max(40), { kind: "select", options: "ip_status", width: "half" }),
  title: shortText,
  number: field(z.string().trim().max(100).optional(), { kind: "text", width: "half" }),
  datedOn: day,
  /** What is new against the imported technology (domain.md §2.2). */
  differenceStatement: field(z.string().trim().max(2000).optional(), { kind: "longText" }),
  fileId: file,
});

export const trainingPlaces = ["abroad", "home"] as const;

export const recordTrainingInput = recording.extend({
  name: field(z.string().trim().min(1).max(60), { kind: "text", width: "half" }),
  place: field(z.enum(trainingPlaces), { kind: "radio", width: "half" }),
  topic: shortText,
  endedOn: day,
  certified: field(z.boolean(), { kind: "checkbox", width: "half" }),
  fileId: file,
});

export const registrationKinds = ["technology_import", "technology_contract"] as const;

export const recordRegistrationInput = recording.extend({
  kind: field(z.enum(registrationKinds), { kind: "radio" }),
  number: field(z.string().trim().min(1).max(100), { kind: "text", width: "half" }),
  registeredOn: day,
  title: shortText,
  amount: field(yuanSchema, { kind: "money", width: "half" }),
  fileId: file,
});

const onRecord = z.strictObject({
  projectId: hiddenId(),
  recordType: field(z.enum(recordTypes), { kind: "hidden" }),
  recordId: hiddenId(),
  version,
});
export const confirmRecordInput = onRecord;
export const returnRecordInput = onRecord.extend({ reason: longText });

export const stateRetentionInput = z.strictObject({
  projectId: hiddenId(),
  personId: hiddenId(),
  version,
  stayed: field(z.boolean(), { kind: "checkbox" }),
  asOf: day,
});
