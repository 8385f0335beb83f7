import type { Tx } from "@/lib/db/client";
import { linkFiles } from "@/lib/documents/link";
import type { CommandContext } from "@/lib/kernel/command";
import { type FieldProblem, type FieldProblems, invalid } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand, type ProjectRecord } from "@/lib/project/load";
import { formVersionOf } from "@/lib/reference/forms";
import { loadNumbers } from "@/lib/reference/settings";
import {
  acceptanceOf,
  personId,
  requirePapers,
  resolveReturns,
  writeAcceptance,
} from "../acceptance";
import { hashOf } from "../hash";
import { documentsAsked, needsSpecialAudit, spentInAccount } from "../rules";
import { type AcceptanceFile, acceptanceRoutes, submitAcceptanceFileInput } from "../schema";
import { completionRows, confirmSheet, fillSheet, sheetProblems } from "../self-sheet";
import { filingSheet } from "../start";

const acceptanceForm = {
  code: "acceptance_file",
  title: { zh: "验收申请与绩效自评", en: "Acceptance file with self-evaluation" },
  schema: submitAcceptanceFileInput,
};

/**
 * The unit administrator confirms acceptance file and self-evaluation at once: both go to the district.
 * Refuses (422) what lacks documents, values, reasons or improvements, all of it together.
 */
export const submitAcceptanceFile = defineProjectCommand({
  name: "evaluation.submit-acceptance-file",
  input: submitAcceptanceFileInput,
  roles: ["unit_admin"],
  states: ["acceptance_filing"],
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    const stored = await filingSheet(context, project);
    const sheet = stored && fillSheet(stored, input.lines, spentInAccount(input.finalAccount));
    const lacking = await missingDocuments(tx, project, acceptance.id);
    const fields: FieldProblems = {
      ...(lacking.length > 0 ? { documents: lacking } : {}),
      ...(sheet ? sheetProblems(sheet) : {}),
      ...((await lacksAudit(context, project, acceptance.route, input.finalAccount.auditReport))
        ? { "finalAccount.auditReport": [{ code: "special_audit_required" }] }
        : {}),
    };
    if (Object.keys(fields).length > 0) throw invalid(fields);
    const content: AcceptanceFile = {
      summary: input.summary,
      completion: sheet ? completionRows(sheet) : [],
      finalAccount: input.finalAccount,
    };
    const linesHash = sheet ? await confirmSheet(context, project, sheet) : null;
    const contentHash = hashOf({ ...content, lines: linesHash });
    await writeAcceptance(tx, acceptance, {
      content,
      contentHash,
      formVersionId: await formVersionOf(tx, acceptanceForm, now),
      status: "submitted",
      filedById: personId(context),
      filedAt: now,
      districtConfirmedById: null,
      districtConfirmedAt: null,
    });
    await resolveReturns(context, project.id, subject);
    await noteHand(tx, project.id, personId(context), "acceptance.confirmed", now);
    await passTo(context, project, "with_district");
    const selfTotal = sheet?.result.total ?? null;
    return {
      data: { acceptanceVersion: acceptance.version + 1, selfTotal },
      event: childEvent(project, subject, { params: { contentHash, selfTotal }, fileHashes }),
    };
  },
});

/** A special audit is asked, and neither auditor nor report is named (domain.md §1.6). */
async function lacksAudit(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  stored: string,
  auditReport: string | undefined,
): Promise<boolean> {
  if (auditReport) return false;
  const route = acceptanceRoutes.find((each) => each === stored) ?? "meeting";
  const grant = { grant: project.grantAmount.toFixed(2), lightProfile: project.lightProfile };
  return needsSpecialAudit(grant, route, await loadNumbers(tx, now));
}

async function missingDocuments(
  tx: Tx,
  project: ProjectRecord,
  acceptanceId: string,
): Promise<FieldProblem[]> {
  const links = await tx.fileLink.findMany({
    where: {
      projectId: project.id,
      subjectType: "acceptance",
      subjectId: acceptanceId,
      removedAt: null,
    },
    select: { documentKind: true },
  });
  const there = new Set(links.map((link) => link.documentKind));
  return documentsAsked(project.lightProfile)
    .filter((kind) => !there.has(kind))
    .map((kind) => ({ code: "document_missing", params: { kind } }));
}
