import { linkFiles } from "@/lib/documents/link";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, invalid } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand, type ProjectRecord } from "@/lib/project/load";
import {
  acceptanceOf,
  personId,
  requirePapers,
  resolveReturns,
  submittedFile,
  writeAcceptance,
} from "../acceptance";
import { hashOf } from "../hash";
import { type AcceptanceFile, type SelfLine, submitRectificationInput } from "../schema";
import { completionRows, confirmSheet, fillSheet, sheetProblems } from "../self-sheet";
import { filingSheet } from "../start";

/** The unit reports what it put right, with the lines that changed; the district confirms. */
export const submitRectification = defineProjectCommand({
  name: "evaluation.submit-rectification",
  input: submitRectificationInput,
  roles: ["unit_admin"],
  states: ["rectification"],
  rule: (project) => {
    requirePapers(project, "with_unit");
    if (project.facts.acceptance?.rectificationConfirmed) {
      throw conflict("rectification_already_confirmed");
    }
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? [], {
      version: acceptance.round + 1,
    });
    const content = await restated(context, project, submittedFile(acceptance), input.lines ?? []);
    await writeAcceptance(tx, acceptance, {
      rectificationReport: input.report,
      ...(content ? { content, contentHash: hashOf(content) } : {}),
    });
    await resolveReturns(context, project.id, subject);
    await noteHand(tx, project.id, personId(context), "acceptance.confirmed", now);
    await passTo(context, project, "with_district");
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(project, subject, { fileHashes }),
    };
  },
});

/** The file with what the restated lines say now; null where nothing was restated. */
async function restated(
  context: CommandContext,
  project: ProjectRecord,
  file: AcceptanceFile | null,
  lines: readonly SelfLine[],
): Promise<AcceptanceFile | null> {
  const stored = lines.length > 0 ? await filingSheet(context, project) : null;
  if (file === null || stored === null) return null;
  const sheet = fillSheet(stored, lines);
  const fields = sheetProblems(sheet);
  if (Object.keys(fields).length > 0) throw invalid(fields);
  await confirmSheet(context, project, sheet);
  return { ...file, completion: completionRows(sheet) };
}
