import { expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent } from "@/lib/project/command";
import { storedDay } from "../dates";
import { settleSubject } from "../desk";
import { completeMilestoneInput } from "../schema";
import { defineStep } from "../step";

/** The unit records that a milestone is reached. */
export const completeMilestone = defineStep({
  name: "absorption.complete-milestone",
  input: completeMilestoneInput,
  find: async (tx, project, input) => {
    const row = await tx.milestone.findFirst({
      where: { id: input.milestoneId, projectId: project.id },
      select: { id: true, name: true, doneOn: true, version: true },
    });
    return row && { ...row, status: row.doneOn === null ? "open" : "done" };
  },
  rule: (_project, _milestone, input, now) => {
    if (input.doneOn > shanghaiDate(now)) throw invalidField("doneOn", "in_the_future");
  },
  run: async (context, project, milestone, input) => {
    const result = await context.tx.milestone.updateMany({
      where: {
        id: milestone.id,
        projectId: project.id,
        doneOn: null,
        version: milestone.version,
      },
      data: {
        doneOn: storedDay(input.doneOn),
        note: input.note ?? null,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "milestone", id: milestone.id };
    await settleSubject(context, project, subject);
    return {
      data: { milestoneId: milestone.id, version: milestone.version + 1 },
      event: childEvent(project, subject, {
        params: { milestone: milestone.name, doneOn: input.doneOn },
      }),
    };
  },
});
