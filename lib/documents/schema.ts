import { z } from "zod";

/** Files that come with a step, each with its kind of document (domain.md §5.9). */
export const documentsInput = z
  .array(z.strictObject({ fileId: z.uuid(), documentKind: z.string().min(1).max(40) }))
  .max(30);

export type DocumentInput = z.output<typeof documentsInput>[number];
