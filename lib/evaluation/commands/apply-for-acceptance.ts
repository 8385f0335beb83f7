import { conflict } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { defineTransition } from "@/lib/project/command";
import { applyForAcceptanceInput } from "../schema";
import { filingSheet, openAcceptance } from "../start";

/**
 * T25: the unit applies for acceptance, or the system does when the contract's term is over. File and
 * self-evaluation are then filled in as one form.
 */
export const applyForAcceptance = defineTransition({
  name: "evaluation.apply-for-acceptance",
  transition: "T25",
  input: applyForAcceptanceInput,
  rule: (project, _input, now, actor) => {
    const over = project.endsOn !== null && dayText(project.endsOn) < shanghaiDate(now);
    if (actor.kind === "system" && !over) throw conflict("term_not_over");
  },
  run: async (context, project) => {
    const { route } = await openAcceptance(context, project);
    await filingSheet(context, project);
    return { subStatus: "with_unit", params: { route } };
  },
});
