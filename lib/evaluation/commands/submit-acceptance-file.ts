import { linkFiles } from "@/lib/documents/link";
import type { CommandContext } from "@/lib/kernel/command";
import { type FieldProblems, invalid } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand, type ProjectRecord } from "@/lib/project/load";
import {
  type AcceptanceRow,
  acceptanceOf,
  personId,
  requirePapers,
  resolveReturns,
  writeAcceptance,
} from "../acceptance";
import { hashOf } from "../hash";
import { acceptanceFileGaps } from "../rules";
import { type AcceptanceFile, submitAcceptanceFileInput } from "../schema";

/** The unit administrator confirms the acceptance file: it goes to the district. */
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
    const content: AcceptanceFile = {
      summary: input.summary,
      completion: input.completion,
      finalAccount: input.finalAccount,
    };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await requireComplete(context, project, acceptance, content);
    const contentHash = hashOf(content);
    await writeAcceptance(tx, acceptance, {
      content,
      contentHash,
      status: "submitted",
      filedById: personId(context),
      filedAt: now,
      districtConfirmedById: null,
      districtConfirmedAt: null,
    });
    await resolveReturns(context, project.id, subject);
    await noteHand(tx, project.id, personId(context), "acceptance.confirmed", now);
    await passTo(context, project, "with_district");
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(project, subject, { params: { contentHash }, fileHashes }),
    };
  },
});

/** Refuses (422) a file that lacks documents, or results for targets of the contract. */
async function requireComplete(
  { tx }: Pick<CommandContext, "tx">,
  project: ProjectRecord,
  acceptance: AcceptanceRow,
  content: AcceptanceFile,
): Promise<void> {
  const links = await tx.fileLink.findMany({
    where: {
      projectId: project.id,
      subjectType: "acceptance",
      subjectId: acceptance.id,
      removedAt: null,
    },
    select: { documentKind: true },
  });
  const baseline = await tx.baseline.findFirst({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: { targets: { select: { indicatorCode: true, kind: true } } },
  });
  const targets = baseline?.targets ?? [];
  const known = new Set(targets.map((target) => target.indicatorCode));
  const gaps = acceptanceFileGaps(
    content,
    links.map((link) => link.documentKind),
    targets.filter((row) => row.kind !== "budget_execution").map((row) => row.indicatorCode),
    project.lightProfile,
  );
  const fields: FieldProblems = {};
  if (gaps.documents.length > 0) {
    fields.documents = gaps.documents.map((kind) => ({
      code: "document_missing",
      params: { kind },
    }));
  }
  if (gaps.indicators.length > 0) {
    fields.completion = gaps.indicators.map((code) => ({
      code: "completion_missing",
      params: { indicator: code },
    }));
  }
  for (const [at, { indicatorCode }] of content.completion.entries()) {
    if (!known.has(indicatorCode)) {
      fields[`completion.${at}.indicatorCode`] = [{ code: "indicator_unknown" }];
    }
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
