import { defineSave } from "../save-form";
import { saveSelfEvaluationInput } from "../schema";

/** The yearly self-evaluation (绩效自评表): reasons and improvements; the scores are computed. */
export const saveSelfEvaluation = defineSave({
  verb: "save-self-evaluation",
  kind: "self_evaluation",
  input: saveSelfEvaluationInput,
  content: ({ achieved, executionReason, lines }) => ({ achieved, executionReason, lines }),
});
