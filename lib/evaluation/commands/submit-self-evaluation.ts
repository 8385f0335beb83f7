import { linkFiles } from "@/lib/documents/link";
import { invalid } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { requirePapers, resolveReturns } from "../acceptance";
import { evaluationIn } from "../evaluation";
import { submitSelfEvaluationInput } from "../schema";
import { confirmSheet, fillSheet, sheetProblems } from "../self-sheet";

/**
 * The unit administrator confirms a self-evaluation by itself: one that the bureau returned, or that no
 * acceptance file brought along (T00, an upper level's acceptance, T31). It goes to the bureau.
 */
export const submitSelfEvaluation = defineProjectCommand({
  name: "evaluation.submit-self-evaluation",
  input: submitSelfEvaluationInput,
  roles: ["unit_admin"],
  states: ["evaluation"],
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, input) => {
    const { tx } = context;
    const evaluation = await evaluationIn(tx, project.id, ["self"], input.evaluationVersion);
    const sheet = fillSheet(evaluation, input.lines);
    const fields = sheetProblems(sheet);
    if (Object.keys(fields).length > 0) throw invalid(fields);
    const subject = { type: "evaluation", id: evaluation.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    const contentHash = await confirmSheet(context, project, sheet);
    await resolveReturns(context, project.id, subject);
    await passTo(context, project, "with_bureau");
    const selfTotal = sheet.result.total;
    return {
      data: { evaluationVersion: evaluation.version + 1, selfTotal },
      event: childEvent(project, subject, { params: { selfTotal, contentHash }, fileHashes }),
    };
  },
});
