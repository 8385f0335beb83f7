import { expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { reportSpendingInput } from "../schema";
import { stepRow } from "../steps";

const step = stepRow("absorption.report-spending");

/** The unit states what has been spent; more than the budget is kept, with a warning. */
export const reportSpending = defineProjectCommand({
  name: "absorption.report-spending",
  input: reportSpendingInput,
  roles: step.roles,
  states: step.states,
  rule: (project, input, now) => {
    if (input.asOf > shanghaiDate(now)) throw invalidField("asOf", "in_the_future");
    if (project.spentAmount.gt(input.spentAmount) && !input.reason) {
      throw invalidField("reason", "decrease_needs_reason");
    }
  },
  run: async ({ tx, now }, project, input) => {
    const result = await tx.project.updateMany({
      where: { id: project.id, version: project.version },
      data: { spentAmount: input.spentAmount, updatedAt: now },
    });
    expectOne(result);
    const over = project.adjustedBudget.lt(input.spentAmount);
    return {
      data: { projectId: project.id, warnings: over ? ["over_budget"] : [] },
      event: childEvent(
        project,
        { type: "project", id: project.id },
        {
          params: { spentAmount: input.spentAmount, asOf: input.asOf, overBudget: over },
          reason: input.reason || null,
        },
      ),
    };
  },
});
