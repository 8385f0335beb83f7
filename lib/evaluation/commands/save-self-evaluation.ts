import { applicantRoles } from "@/lib/access/roles";
import { defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { personId, requirePapers } from "../acceptance";
import { evaluationIn } from "../evaluation";
import { saveSelfEvaluationInput } from "../schema";
import { fillSheet, keepSheet } from "../self-sheet";

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
    const sheet = fillSheet(evaluation, input.lines);
    await keepSheet(tx, sheet);
    await noteHand(tx, project.id, personId(context), "evaluation.filled", now);
    return {
      data: { evaluationVersion: evaluation.version + 1, selfTotal: sheet.result.total },
      event: null,
    };
  },
});
