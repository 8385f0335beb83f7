import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { childEvent, guardedBy } from "@/lib/project/command";
import { attachOne } from "../attach";
import { storedDay } from "../dates";
import { findLink, type LoadedLink } from "../load-link";
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
    if (input.datedOn > shanghaiDate(now)) throw invalidField("datedOn", "in_the_future");
    const early = project.startsOn !== null && input.datedOn < dayText(project.startsOn);
    const late = project.endsOn !== null && input.datedOn > dayText(project.endsOn);
    if (early || late) throw invalidField("datedOn", "outside_project_time");
  },
  run: async (context, project, link, input) => {
    const { tx, actor, now } = context;
    const id = newId();
    const hash = await attachOne(
      context,
      project,
      { type: "evidence", id },
      input.fileId,
      "ledger_evidence",
    );
    if (hash !== null && proves(link, input.criterionCode, hash)) {
      throw invalidField("fileId", "file_proves_this_already");
    }
    await tx.evidence.create({
      data: {
        id,
        ...guardedBy(project),
        ledgerLinkId: link.id,
        criterionCode: input.criterionCode,
        fileId: input.fileId ?? null,
        description: input.description,
        datedOn: storedDay(input.datedOn),
        createdById: actor.userId ?? project.id,
        createdAt: now,
      },
      select: { id: true },
    });
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: { version: { increment: 1 } },
    });
    expectOne(result);
    return {
      data: { evidenceId: id, version: link.version + 1 },
      event: childEvent(
        project,
        { type: "ledger_link", id: link.id },
        {
          params: {
            technology: link.technologyName,
            link: link.link,
            criterion: input.criterionCode,
          },
          fileHashes: hash === null ? [] : [hash],
        },
      ),
    };
  },
});

/** The same content under another name proves nothing new. */
function proves(link: LoadedLink, criterionCode: string, sha256: string): boolean {
  return link.evidence.some(
    (piece) => piece.criterionCode === criterionCode && piece.file?.sha256 === sha256,
  );
}
