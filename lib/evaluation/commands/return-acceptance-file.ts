import { mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { reasonsText } from "@/lib/project/field-reasons";
import { acceptanceOf, noteReturn, requirePapers, writeAcceptance } from "../acceptance";
import { returnAcceptanceFileInput } from "../schema";

const both: readonly Role[] = ["district_officer", ...bureauRoles];

/** Whoever has the acceptance file sends it back to the unit, lines included, with reasons on its fields. */
export const returnAcceptanceFile = defineProjectCommand({
  name: "evaluation.return-acceptance-file",
  input: returnAcceptanceFileInput,
  roles: both,
  states: ["acceptance_filing"],
  allow: (actor, project) => {
    if (project.subStatus === "with_district") return mayAs(actor, project, ["district_officer"]);
    return mayAs(actor, project, project.subStatus === "with_bureau" ? bureauRoles : both);
  },
  rule: (project) => requirePapers(project, "with_district", "with_bureau"),
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    await noteReturn(context, project, subject, input.reasons);
    await writeAcceptance(context.tx, acceptance, {
      status: "filing",
      contentHash: null,
      districtConfirmedById: null,
      districtConfirmedAt: null,
    });
    await context.tx.evaluation.updateMany({
      where: { projectId: project.id, status: "submitted" },
      data: { status: "self", version: { increment: 1 } },
    });
    await passTo(context, project, "with_unit", { returned: true });
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(project, subject, {
        params: { fields: input.reasons.map((each) => each.field) },
        reason: reasonsText(input.reasons),
      }),
    };
  },
});
