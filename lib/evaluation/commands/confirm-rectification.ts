import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, giveOpinion, personId, requirePapers } from "../acceptance";
import { confirmRectificationInput } from "../schema";

/** The district confirms what was put right; the unit may then apply again (T29). */
export const confirmRectification = defineProjectCommand({
  name: "evaluation.confirm-rectification",
  input: confirmRectificationInput,
  roles: ["district_officer"],
  states: ["rectification"],
  rule: (project) => requirePapers(project, "with_district"),
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    await giveOpinion(context, project, {
      kind: "rectification_confirmation",
      verdict: "confirmed",
      text: input.opinion,
    });
    await noteHand(tx, project.id, personId(context), "acceptance.district", now);
    await passTo(context, project, "with_unit");
    return {
      data: { acceptanceVersion: acceptance.version },
      event: childEvent(
        project,
        { type: "acceptance", id: acceptance.id },
        { reason: input.opinion },
      ),
    };
  },
});
