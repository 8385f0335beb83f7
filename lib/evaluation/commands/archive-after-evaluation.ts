import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { giveOpinion } from "../acceptance";
import { applyConsequences } from "../consequences/apply";
import { finaliseEvaluation } from "../finalise";
import { archiveAfterEvaluationInput } from "../schema";

/** T33: a project without follow-up is archived with its final score. */
export const archiveAfterEvaluation = defineTransition({
  name: "evaluation.archive-after-evaluation",
  transition: "T33",
  input: archiveAfterEvaluationInput,
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
    });
    const consequences = await applyConsequences(context, project, [`grade:${grade}`]);
    return {
      data: { finalScore: total, grade, archivedBy: "T33" },
      reason: input.opinion ?? null,
      params: { total, grade, frozenHash, consequences },
      fileHashes,
    };
  },
});
