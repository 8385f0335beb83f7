import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { endTrackingInput } from "../schema";

/** T34: the last follow-up report is in; the project is archived. */
export const endTracking = defineTransition({
  name: "evaluation.end-tracking",
  transition: "T34",
  input: endTrackingInput,
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await settleDuties(
      context.tx,
      { projectId: project.id, kind: "evaluation.end-tracking" },
      context,
    );
    return { data: { archivedBy: "T34" }, reason: input.opinion ?? null, fileHashes };
  },
});
