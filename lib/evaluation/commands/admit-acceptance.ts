import { forbidden, invalidField } from "@/lib/kernel/errors";
import { defineTransition } from "@/lib/project/command";
import {
  acceptanceOf,
  personId,
  requirePapers,
  submittedFile,
  writeAcceptance,
} from "../acceptance";
import { spentInAccount } from "../rules";
import { admitAcceptanceInput } from "../schema";

/**
 * T26: the bureau admits the file to acceptance by the rule's route, or by another with a reason.
 * The final account becomes the project's spending. Who confirmed it for the district of a direct unit
 * may not also admit it.
 */
export const admitAcceptance = defineTransition({
  name: "evaluation.admit-acceptance",
  transition: "T26",
  input: admitAcceptanceInput,
  rule: (project) => requirePapers(project, "with_bureau"),
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id);
    if (acceptance.districtConfirmedById === personId(context)) throw forbidden("four_eyes");
    const route = input.route ?? acceptance.route;
    if (route !== acceptance.route && !input.routeReason) {
      throw invalidField("routeReason", "route_reason_required", { route: acceptance.route });
    }
    await writeAcceptance(context.tx, acceptance, { status: "review", route });
    const file = submittedFile(acceptance);
    return {
      subStatus: acceptance.proposedResult === null ? "with_bureau" : "with_manager",
      params: { route },
      reason: input.routeReason ?? null,
      ...(file ? { data: { spentAmount: spentInAccount(file.finalAccount) } } : {}),
    };
  },
});
