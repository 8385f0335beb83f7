import { conflict } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { giveOpinion } from "../../acceptance";
import { liftConsequence } from "../end";
import { appealOf, writeAppeal } from "../load";
import { decideAppealInput } from "../schema";

/** The leaders decide on an investigated appeal; upheld, the consequence is lifted at once. */
export const decideAppeal = defineProjectCommand({
  name: "consequences.decide-appeal",
  input: decideAppealInput,
  roles: ["manager"],
  states: ["evaluation", "tracking", "archived"],
  run: async (context, project, input) => {
    const appeal = await appealOf(context.tx, project.id, input);
    if (appeal.status !== "investigated") {
      throw conflict("appeal_step_not_due", { status: appeal.status });
    }
    await writeAppeal(context, appeal, input.verdict, input.finding);
    await giveOpinion(context, project, {
      kind: "appeal",
      verdict: input.verdict,
      text: input.finding,
      minutesNumber: input.minutesNumber,
    });
    if (input.verdict === "upheld" && appeal.subjectId !== null) {
      await liftConsequence(context, project.id, appeal.subjectId);
    }
    await settleDuties(context.tx, { projectId: project.id, subjectId: appeal.id }, context);
    return {
      data: { appealId: appeal.id, status: input.verdict },
      event: childEvent(
        project,
        { type: "appeal", id: appeal.id },
        { params: { verdict: input.verdict }, reason: input.finding },
      ),
    };
  },
});
