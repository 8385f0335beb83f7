import { defineTransition } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { giveOpinion } from "../acceptance";
import { copyEvaluation } from "../copy";
import { correctArchivedInput } from "../schema";

/** T36: a clerical error is corrected in a further round of the evaluation; the auditor is told. */
export const correctArchived = defineTransition({
  name: "evaluation.correct-archived",
  transition: "T36",
  input: correctArchivedInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    const { round } = await copyEvaluation(context, project);
    await giveOpinion(context, project, {
      kind: "correction",
      verdict: "clerical_error",
      text: input.note,
      details: { round },
      minutesNumber: input.minutesNumber,
    });
    await openDuty(tx, project, {
      kind: "evaluation.correction",
      subject: { type: "project", id: project.id },
      holderRole: "auditor",
      period: String(round),
      since: now,
      dueAt: null,
      params: { round },
    });
    return {
      to: "evaluation",
      subStatus: "with_bureau",
      data: { archivedBy: null },
      reason: input.note,
      params: { round },
    };
  },
});
