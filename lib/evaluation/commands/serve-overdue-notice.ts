import { bureauRoles } from "@/lib/access/roles";
import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { giveOpinion } from "../acceptance";
import { serveOverdueNoticeInput } from "../schema";

/** The bureau serves the unit notice that its acceptance file is overdue, before T27. */
export const serveOverdueNotice = defineProjectCommand({
  name: "evaluation.serve-overdue-notice",
  input: serveOverdueNoticeInput,
  roles: bureauRoles,
  states: ["acceptance_filing"],
  rule: (project, _input, now) => {
    if (project.dueAt === null || project.dueAt >= now) throw conflict("acceptance_not_overdue");
  },
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await giveOpinion(context, project, {
      kind: "overdue_notice",
      verdict: "served",
      text: input.text,
    });
    return {
      data: { projectId: project.id },
      event: childEvent(project, subject, { reason: input.text, fileHashes }),
    };
  },
});
