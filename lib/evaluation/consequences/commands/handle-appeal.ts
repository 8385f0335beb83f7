import { bureauRoles } from "@/lib/access/roles";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { openDuty, settleDuties } from "@/lib/project/duties";
import { appealOf, requireOtherEyes, writeAppeal } from "../load";
import { appealMove } from "../rules";
import { handleAppealInput } from "../schema";

/** One step of an appeal: admitted or not, then investigated by another than who audited the score. */
export const handleAppeal = defineProjectCommand({
  name: "consequences.handle-appeal",
  input: handleAppealInput,
  roles: bureauRoles,
  states: ["evaluation", "tracking", "archived"],
  run: async (context, project, input) => {
    const { tx, now } = context;
    const appeal = await appealOf(tx, project.id, input);
    await requireOtherEyes(context, project.id);
    const move = appealMove(appeal.status, input.step);
    if (move === null) throw conflict("appeal_step_not_due", { status: appeal.status });
    if (move.finding && !input.finding) throw invalidField("finding", "required");
    await writeAppeal(context, appeal, move.to, input.finding || null);
    const subject = { type: "appeal", id: appeal.id };
    await settleDuties(tx, { projectId: project.id, subjectId: appeal.id }, context);
    if (move.to !== "refused") {
      const decided = move.to === "investigated";
      await openDuty(tx, project, {
        kind: decided ? "consequences.decide-appeal" : "consequences.handle-appeal",
        subject,
        holderRole: decided ? "manager" : "division_head",
        since: now,
        dueAt: appeal.dueAt,
      });
    }
    return {
      data: { appealId: appeal.id, status: move.to, appealVersion: appeal.version + 1 },
      event: childEvent(project, subject, {
        params: { step: input.step },
        reason: input.finding || null,
      }),
    };
  },
});
