import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../../desk";
import { defineStep } from "../../step";
import { findRecord, writeReview } from "../load-record";
import { confirmRecordInput } from "../schema";

/** The district confirms that a record is authentic. */
export const confirmRecord = defineStep({
  name: "absorption.confirm-record",
  input: confirmRecordInput,
  find: findRecord,
  run: async (context, project, record) => {
    const { tx, actor, now } = context;
    const result = await writeReview(tx, project, record, {
      review: "confirmed",
      reviewedById: actor.userId,
      reviewedByName: actor.name,
      reviewedAt: now,
      reviewReason: null,
    });
    expectOne(result);
    const subject = { type: record.type, id: record.id };
    await handOver(context, project, subject, null);
    return {
      data: { recordId: record.id, version: record.version + 1 },
      event: childEvent(project, subject, { params: { record: record.type, name: record.name } }),
    };
  },
});
