import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { attachOne } from "../attach";
import { handOver } from "../desk";
import type { RecordType } from "./schema";

/** What a corrected record loses of the district's former word. */
export const anew = {
  review: "recorded",
  reviewedById: null,
  reviewedByName: null,
  reviewedAt: null,
  reviewReason: null,
  version: { increment: 1 },
} as const;

interface Kept {
  type: RecordType;
  recordId: string | undefined;
  fileId: string | null | undefined;
  name: string;
}

/**
 * Keeps a new record, or one that was returned and is corrected: its file is linked, and the district
 * finds it on its desk. `create` and `correct` write the row; only a returned one can be corrected (409).
 */
export async function keepRecord(
  context: CommandContext,
  project: ProjectRecord,
  { type, recordId, fileId, name }: Kept,
  write: {
    create: (id: string) => Promise<unknown>;
    correct: (id: string) => Promise<{ count: number }>;
  },
) {
  const id = recordId ?? newId();
  const subject = { type, id };
  if (recordId === undefined) await write.create(id);
  else if ((await write.correct(id)).count !== 1) throw conflict("record_not_returned");
  const hash = await attachOne(context, project, subject, fileId, "ledger_record");
  const params = { record: type, name };
  await handOver(context, project, subject, {
    kind: "absorption.confirm_record",
    holderRole: "district_officer",
    within: "limit_link_confirmation",
    params,
  });
  return {
    data: { recordId: id },
    event: childEvent(project, subject, { params, fileHashes: hash === null ? [] : [hash] }),
  };
}
