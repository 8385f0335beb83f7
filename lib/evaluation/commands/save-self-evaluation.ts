import { applicantRoles } from "@/lib/access/roles";
import { defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { personId, requirePapers } from "../acceptance";
import { evaluationIn, writeEvaluation } from "../evaluation";
import { saveSelfEvaluationInput } from "../schema";
import { fillLines, scoreSelf, storeSelf } from "../self-lines";

/** Keeps the draft of the self-evaluation; scores are computed as far as values are there. */
export const saveSelfEvaluation = defineProjectCommand({
  name: "evaluation.save-self-evaluation",
  input: saveSelfEvaluationInput,
  roles: applicantRoles,
  states: ["evaluation"],
  keepsOwnVersions: true,
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, input) => {
    const { tx, now } = context;
    const evaluation = await evaluationIn(tx, project.id, ["self"], input.evaluationVersion);
    const lines = fillLines(evaluation, input.lines);
    const result = scoreSelf(evaluation, lines);
    await storeSelf(tx, lines, result);
    await writeEvaluation(tx, evaluation, { selfTotal: result.total });
    await noteHand(tx, project.id, personId(context), "evaluation.filled", now);
    return {
      data: { evaluationVersion: evaluation.version + 1, selfTotal: result.total },
      event: null,
    };
  },
});
