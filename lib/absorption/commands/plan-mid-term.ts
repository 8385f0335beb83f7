import { invalidField } from "@/lib/kernel/errors";
import { endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { planMidTermInput } from "../schema";
import { addMidTerm } from "../start";
import { stepRow } from "../steps";

const step = stepRow("absorption.plan-mid-term");

/** The bureau plans a mid-term check where none is open. */
export const planMidTerm = defineProjectCommand({
  name: "absorption.plan-mid-term",
  input: planMidTermInput,
  roles: step.roles,
  states: step.states,
  rule: (_project, input, now) => {
    if (input.dueOn < shanghaiDate(now)) throw invalidField("dueOn", "in_the_past");
  },
  run: async (context, project, input) => {
    // A further check instead of a proposal to suspend.
    const considering = "absorption.consider_suspension";
    await settleDuties(context.tx, { projectId: project.id, kind: considering }, context);
    const id = await addMidTerm(context, project, endOfShanghaiDay(input.dueOn));
    return {
      data: { checkId: id, version: 1 },
      event: childEvent(
        project,
        { type: "mid_term_check", id },
        { params: { dueOn: input.dueOn } },
      ),
    };
  },
});
