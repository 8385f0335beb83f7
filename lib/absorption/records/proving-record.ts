import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";
import { findRecord, type LoadedRecord } from "./load-record";
import { recordTypes } from "./schema";

/** The record that evidence names as `<type>:<id>`; null where it names none. Throws 422 on one that is not there or was returned. */
export async function provingRecord(
  tx: Tx,
  project: ProjectRecord,
  named: string | undefined,
): Promise<LoadedRecord | null> {
  if (named === undefined) return null;
  const [type, recordId = ""] = named.split(":");
  const recordType = recordTypes.find((each) => each === type);
  const found = recordType && (await findRecord(tx, project, { recordType, recordId }));
  if (!found || found.status === "returned") throw invalidField("record", "record_not_usable");
  return found;
}
