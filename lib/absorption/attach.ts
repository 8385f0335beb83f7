import { linkFiles } from "@/lib/documents/link";
import type { DocumentInput } from "@/lib/documents/schema";
import type { CommandContext } from "@/lib/kernel/command";
import { invalidField, Refusal } from "@/lib/kernel/errors";
import type { ProjectRecord } from "@/lib/project/load";

type FileContext = Pick<CommandContext, "tx" | "actor" | "now">;

/** Links the documents of a step to its subject; answers their hashes for the event. */
export function attach(
  context: FileContext,
  project: ProjectRecord,
  subject: { type: string; id: string },
  documents: readonly DocumentInput[] | undefined,
): Promise<string[]> {
  return linkFiles(context, project, subject, documents ?? []);
}

/** Links one file given in the field `fileId`; answers its hash, or null without a file. */
export async function attachOne(
  context: FileContext,
  project: ProjectRecord,
  subject: { type: string; id: string },
  fileId: string | null | undefined,
  documentKind: string,
): Promise<string | null> {
  if (!fileId) return null;
  try {
    const [hash] = await linkFiles(context, project, subject, [{ fileId, documentKind }]);
    return hash ?? null;
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) {
      throw invalidField("fileId", "file_not_usable");
    }
    throw error;
  }
}
