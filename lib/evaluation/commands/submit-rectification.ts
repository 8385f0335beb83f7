import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import {
  acceptanceOf,
  personId,
  requirePapers,
  resolveReturns,
  submittedFile,
  writeAcceptance,
} from "../acceptance";
import { hashOf } from "../hash";
import { submitRectificationInput } from "../schema";

/** The unit reports what it put right, with the results that changed; the district confirms. */
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
    const content = withResults(submittedFile(acceptance), input.completion ?? []);
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

type File = ReturnType<typeof submittedFile>;

/** The file with the new results in place of the old ones. */
function withResults(file: File, changed: NonNullable<File>["completion"]): File {
  if (file === null) return null;
  const codes = new Set(changed.map((row) => row.indicatorCode));
  const kept = file.completion.filter((row) => !codes.has(row.indicatorCode));
  return { ...file, completion: [...kept, ...changed] };
}
