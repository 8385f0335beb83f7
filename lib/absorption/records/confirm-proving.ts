import type { CommandContext } from "@/lib/kernel/command";
import type { ProjectRecord } from "@/lib/project/load";
import { settleSubject } from "../desk";
import { findRecord, writeReview } from "./load-record";
import { recordTypes } from "./schema";

interface Piece {
  status: string;
  recordType: string | null;
  recordId: string | null;
}

/** With a link the district confirms the records that prove it, where it has not done so before. */
export async function confirmProvingRecords(
  context: CommandContext,
  project: ProjectRecord,
  evidence: readonly Piece[],
): Promise<void> {
  const { tx, actor, now } = context;
  for (const { status, recordType, recordId } of evidence) {
    const type = recordTypes.find((each) => each === recordType);
    if (status === "returned" || type === undefined || recordId === null) continue;
    const record = await findRecord(tx, project, { recordType: type, recordId });
    if (record?.status !== "recorded") continue;
    await writeReview(tx, project, record, {
      review: "confirmed",
      reviewedById: actor.userId,
      reviewedByName: actor.name,
      reviewedAt: now,
      reviewReason: null,
    });
    await settleSubject(context, project, { type, id: record.id });
  }
}
