import { closeDown } from "@/lib/absorption/close-down";
import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { giveOpinion } from "../acceptance";
import { closeOverdueInput } from "../schema";

/** T27: long overdue in spite of the notice, the project is closed; the refund follows. */
export const closeOverdue = defineTransition({
  name: "evaluation.close-overdue",
  transition: "T27",
  input: closeOverdueInput,
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await giveOpinion(context, project, {
      kind: "termination",
      verdict: "overdue",
      text: input.reason,
      minutesNumber: input.minutesNumber,
    });
    await context.tx.acceptance.updateMany({
      where: { projectId: project.id },
      data: { status: "closed", concludedAt: context.now, version: { increment: 1 } },
    });
    await closeDown(context, project);
    return { reason: input.reason, fileHashes };
  },
});
