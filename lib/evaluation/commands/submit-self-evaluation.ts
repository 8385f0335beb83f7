import { linkFiles } from "@/lib/documents/link";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { personId, requirePapers, resolveReturns } from "../acceptance";
import { evaluationIn, writeEvaluation } from "../evaluation";
import { hashOf } from "../hash";
import { proveFromRecords } from "../proofs";
import { submitSelfEvaluationInput } from "../schema";
import { fillLines, requireCompleteSelf, scoreSelf, storeSelf } from "../self-lines";

/** The unit administrator confirms the self-evaluation: it goes to the bureau. */
export const submitSelfEvaluation = defineProjectCommand({
  name: "evaluation.submit-self-evaluation",
  input: submitSelfEvaluationInput,
  roles: ["unit_admin"],
  states: ["evaluation"],
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, input) => {
    const { tx, now } = context;
    const evaluation = await evaluationIn(tx, project.id, ["self"], input.evaluationVersion);
    const lines = fillLines(evaluation, input.lines);
    const result = scoreSelf(evaluation, lines);
    requireCompleteSelf(result, lines);
    const subject = { type: "evaluation", id: evaluation.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await storeSelf(tx, lines, result);
    await proveFromRecords(
      context,
      project,
      evaluation,
      lines.map(({ row: { id, indicatorCode, notApplicable }, value }) => ({
        lineId: id,
        indicatorCode,
        value: notApplicable ? null : value,
      })),
    );
    await writeEvaluation(tx, evaluation, {
      status: "submitted",
      selfTotal: result.total,
      selfById: personId(context),
      selfAt: now,
    });
    await resolveReturns(context, project.id, subject);
    await noteHand(tx, project.id, personId(context), "evaluation.confirmed", now);
    await passTo(context, project, "with_bureau");
    const contentHash = hashOf(
      lines.map(({ row, value }) => ({
        code: row.indicatorCode,
        value,
        notApplicable: row.notApplicable,
        cause: row.causeCode,
        reason: row.reason,
        improvement: row.improvement,
      })),
    );
    return {
      data: { evaluationVersion: evaluation.version + 1, selfTotal: result.total },
      event: childEvent(project, subject, {
        params: { selfTotal: result.total, contentHash },
        fileHashes,
      }),
    };
  },
});
