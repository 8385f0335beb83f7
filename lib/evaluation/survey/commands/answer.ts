import { defineCommand } from "@/lib/kernel/command";
import { answerEvent, keepAnswers, openInvitation } from "../load";
import { answerInput } from "../schema";

/** Whoever holds the single-use link answers its three questions, once, without an account. */
export const answer = defineCommand({
  name: "surveys.answer",
  input: answerInput,
  callers: ["public"],
  roles: ["public"],
  rateLimit: 10,
  load: (tx, { token }, _actor, now) => openInvitation(tx, token, now, "satisfaction"),
  allow: () => ({ as: "public" }),
  run: async (context, invitation, { token: _secret, ...answers }) => {
    await keepAnswers(context, invitation, { ...answers, comment: answers.comment ?? "" });
    return { data: { answered: true }, event: answerEvent(invitation) };
  },
});
