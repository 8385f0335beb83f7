import { z } from "zod";
import { field } from "@/lib/kernel/field";

/** Files that come with a step, each with its kind of document (domain.md §5.9). */
export const documentsInput = z
  .array(
    z.strictObject({
      fileId: field(z.uuid(), { kind: "file" }),
      documentKind: field(z.string().min(1).max(40), { kind: "select", options: "documents" }),
    }),
  )
  .max(30);

export type DocumentInput = z.output<typeof documentsInput>[number];

const hiddenId = field(z.uuid(), { kind: "hidden" });

/** Links papers to the project itself, beside what its steps bring with them. */
export const linkFileInput = z.strictObject({
  projectId: hiddenId,
  documents: field(documentsInput.min(1), { kind: "files" }),
  audience: z.enum(["parties", "officials"]).optional(),
});

export const unlinkFileInput = z.strictObject({
  projectId: hiddenId,
  fileLinkId: hiddenId,
  reason: field(z.string().trim().min(1).max(500), { kind: "longText", lines: 3 }),
});
