import { bureauRoles } from "@/lib/access/roles";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { recordOpinion } from "../opinion";
import { recordDuplicateCheckInput } from "../schema";

/** The officer looked at a project with the same title and says whether it is a duplicate (查重). */
export const recordDuplicateCheck = defineProjectCommand({
  name: "approval.record-duplicate-check",
  input: recordDuplicateCheckInput,
  roles: bureauRoles,
  states: ["decision"],
  run: async (context, project, input) => {
    const id = await recordOpinion(context, project, {
      kind: "duplicate_check",
      verdict: input.verdict,
      text: input.note,
    });
    return {
      data: { opinionId: id },
      event: childEvent(
        project,
        { type: "opinion", id },
        { params: { verdict: input.verdict }, reason: input.note, audience: "officials" },
      ),
    };
  },
});
