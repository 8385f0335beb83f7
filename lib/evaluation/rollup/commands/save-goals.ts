import { defineSave } from "../save-form";
import { saveGoalsInput } from "../schema";

/** The declaration of goals (绩效目标申报表): objective, money and targets are on record already. */
export const saveGoals = defineSave({
  verb: "save-goals",
  kind: "goals",
  input: saveGoalsInput,
  content: ({ remark }) => ({ remark, lines: [] }),
});
