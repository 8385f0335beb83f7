import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../../desk";
import { defineStep } from "../../step";
import { findRecord, writeReview } from "../load-record";
import { returnRecordInput } from "../schema";

/** The district sends a record back with its reason; what it proved on open links is proven no longer. */
export const returnRecord = defineStep({
  name: "absorption.return-record",
  input: returnRecordInput,
  find: findRecord,
  run: async (context, project, record, input) => {
    const { tx, actor, now } = context;
    const asEvidence = { projectId: project.id, recordType: record.type, recordId: record.id };
    const standing = await tx.evidence.count({
      where: { ...asEvidence, status: "confirmed", ledgerLink: { status: "closed" } },
    });
    if (standing > 0) throw conflict("record_proves_closed_link");
    const reviewer = {
      reviewedById: actor.userId,
      reviewedByName: actor.name,
      reviewedAt: now,
    };
    const result = await writeReview(tx, project, record, {
      ...reviewer,
      review: "returned",
      reviewReason: input.reason,
    });
    expectOne(result);
    await tx.evidence.updateMany({
      where: asEvidence,
      data: { ...reviewer, status: "returned", reason: input.reason },
    });
    const subject = { type: record.type, id: record.id };
    const params = { record: record.type, name: record.name };
    await handOver(context, project, subject, {
      kind: "absorption.correct_record",
      holderRole: "filler",
      returned: true,
      within: "limit_link_confirmation",
      params,
    });
    return {
      data: { recordId: record.id, version: record.version + 1 },
      event: childEvent(project, subject, { params, reason: input.reason }),
    };
  },
});
