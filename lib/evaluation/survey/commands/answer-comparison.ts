import { defineCommand } from "@/lib/kernel/command";
import { answerEvent, keepAnswers, openInvitation } from "../load";
import { answerComparisonInput } from "../schema";

/** An applicant who was not approved tells, if he likes, what became of the idea: the comparison group. */
export const answerComparison = defineCommand({
  name: "surveys.answer-comparison",
  input: answerComparisonInput,
  callers: ["public"],
  roles: ["public"],
  rateLimit: 10,
  load: (tx, { token }, _actor, now) => openInvitation(tx, token, now, "comparison"),
  allow: () => ({ as: "public" }),
  run: async (context, invitation, input) => {
    const { wentAhead, otherFunding, sales, jobs, patents, comment } = input;
    await keepAnswers(context, invitation, {
      wentAhead,
      otherFunding: otherFunding ?? null,
      sales: sales ?? null,
      jobs: jobs ?? null,
      patents: patents ?? null,
      comment: comment ?? "",
    });
    return { data: { answered: true }, event: answerEvent(invitation) };
  },
});
