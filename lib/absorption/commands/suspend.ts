import { defineTransition } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { attach } from "../attach";
import { suspendInput } from "../schema";

/** T21: the manager suspends a project for the cause that an officer proposed. */
export const suspend = defineTransition({
  name: "absorption.suspend",
  transition: "T21",
  input: suspendInput,
  run: async (context, project, input) => {
    const { tx } = context;
    const proposal = await tx.opinion.findFirst({
      where: {
        projectId: project.id,
        kind: "suspension_proposal",
        at: { gte: project.stateSince },
      },
      orderBy: { at: "desc" },
      select: { verdict: true },
    });
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    const waiting = { projectId: project.id, kind: "absorption.decide_suspension" };
    await settleDuties(tx, waiting, context);
    return {
      reason: input.reason,
      params: { cause: proposal?.verdict ?? null },
      fileHashes,
    };
  },
});
