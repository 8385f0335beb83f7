import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { giveOpinion } from "../acceptance";
import { applyConsequences } from "../consequences/apply";
import { finaliseEvaluation } from "../finalise";
import { finaliseGradeInput } from "../schema";
import { openTracking } from "../tracking";

/** T32: the manager makes the audited score final; the years of follow-up begin. */
export const finaliseGrade = defineTransition({
  name: "evaluation.finalise-grade",
  transition: "T32",
  input: finaliseGradeInput,
  run: async (context, project, input) => {
    const { evaluationId, total, grade, frozenHash } = await finaliseEvaluation(
      context,
      project.id,
    );
    const subject = { type: "evaluation", id: evaluationId };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await giveOpinion(context, project, {
      kind: "grade",
      verdict: grade,
      text: input.opinion ?? "",
      details: { total },
      minutesNumber: input.minutesNumber,
    });
    const consequences = await applyConsequences(context, project, [`grade:${grade}`]);
    await openTracking(context, project);
    return {
      data: { finalScore: total, grade },
      reason: input.opinion ?? null,
      params: { total, grade, frozenHash, consequences },
      fileHashes,
    };
  },
});
