import { personOf } from "@/lib/access/actor";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, guardedBy } from "@/lib/project/command";
import { attachOne } from "../attach";
import { storedDay } from "../dates";
import { findLink, type LoadedLink } from "../load-link";
import { provingRecord } from "../records/proving-record";
import { requireInsideTerm } from "../records/rules";
import { addEvidenceInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** Adds a file or a record that proves one exit criterion of a link, dated inside the project's time. */
export const addEvidence = defineStep({
  name: "absorption.add-evidence",
  input: addEvidenceInput,
  find: findLink,
  rule: (project, link, input, now) => {
    if (!link.facts.template.criteria.some(({ code }) => code === input.criterionCode)) {
      throw invalidField("criterionCode", "not_in_template");
    }
    requireInsideTerm(project, input.datedOn, "datedOn", now);
    if (!input.fileId && !input.record) throw invalidField("fileId", "file_or_record_needed");
  },
  run: async (context, project, link, input) => {
    const { tx, actor, now } = context;
    const id = newId();
    const record = await provingRecord(tx, project, input.record);
    if (record !== null && proves(link, input.criterionCode, { recordId: record.id })) {
      throw invalidField("record", "record_proves_this_already");
    }
    const subject = { type: "evidence", id };
    const hash = await attachOne(context, project, subject, input.fileId, "ledger_evidence");
    if (hash !== null && proves(link, input.criterionCode, { sha256: hash })) {
      throw invalidField("fileId", "file_proves_this_already");
    }
    await tx.evidence.create({
      data: {
        id,
        ...guardedBy(project),
        ledgerLinkId: link.id,
        criterionCode: input.criterionCode,
        fileId: input.fileId ?? null,
        recordType: record?.type ?? null,
        recordId: record?.id ?? null,
        description: input.description,
        datedOn: storedDay(input.datedOn),
        createdById: personOf(actor),
        createdAt: now,
      },
      select: { id: true },
    });
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: { version: { increment: 1 } },
    });
    expectOne(result);
    const params = {
      technology: link.technologyName,
      link: link.link,
      criterion: input.criterionCode,
    };
    return {
      data: { evidenceId: id, version: link.version + 1 },
      event: childEvent(
        project,
        { type: "ledger_link", id: link.id },
        { params, fileHashes: hash === null ? [] : [hash] },
      ),
    };
  },
});

/** The same content under another name, or the same record again, proves nothing new. */
function proves(
  link: LoadedLink,
  criterionCode: string,
  same: { sha256: string } | { recordId: string },
): boolean {
  return link.evidence.some(
    (piece) =>
      piece.criterionCode === criterionCode &&
      ("sha256" in same ? piece.file?.sha256 === same.sha256 : piece.recordId === same.recordId),
  );
}
