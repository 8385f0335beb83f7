import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { archiveClosedInput } from "../schema";

/** T35: a terminated or revoked project is archived once its refund is settled. */
export const archiveClosed = defineTransition({
  name: "evaluation.archive-closed",
  transition: "T35",
  input: archiveClosedInput,
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    return { data: { archivedBy: "T35" }, reason: input.note ?? null, fileHashes };
  },
});
