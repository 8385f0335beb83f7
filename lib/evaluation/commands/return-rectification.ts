import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { reasonsText } from "@/lib/project/field-reasons";
import { acceptanceOf, noteReturn, requirePapers } from "../acceptance";
import { returnRectificationInput } from "../schema";

/** The district sends the rectification report back to the unit, with reasons. */
export const returnRectification = defineProjectCommand({
  name: "evaluation.return-rectification",
  input: returnRectificationInput,
  roles: ["district_officer"],
  states: ["rectification"],
  rule: (project) => requirePapers(project, "with_district"),
  run: async (context, project, input) => {
    const acceptance = await acceptanceOf(context.tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    await noteReturn(context, project, subject, input.reasons);
    await passTo(context, project, "with_unit", { returned: true });
    return {
      data: { acceptanceVersion: acceptance.version },
      event: childEvent(project, subject, {
        params: { fields: input.reasons.map((each) => each.field) },
        reason: reasonsText(input.reasons),
      }),
    };
  },
});
