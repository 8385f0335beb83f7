import { bureauRoles } from "@/lib/access/roles";
import { linkFiles } from "@/lib/documents/link";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { isUpperLevel } from "@/lib/project/level";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, personId, writeAcceptance } from "../acceptance";
import { recordUpperAcceptanceInput } from "../schema";

/**
 * Records the acceptance that a province or the state decided (domain.md §1.4, T00): no panel is
 * needed then, and the manager issues the same result.
 */
export const recordUpperAcceptance = defineProjectCommand({
  name: "evaluation.record-upper-acceptance",
  input: recordUpperAcceptanceInput,
  roles: bureauRoles,
  states: ["acceptance_filing", "acceptance_review"],
  rule: (project, input, now) => {
    if (!isUpperLevel(project)) throw conflict("not_upper_level");
    if (input.decidedOn > shanghaiDate(now)) throw invalidField("decidedOn", "in_the_future");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await writeAcceptance(tx, acceptance, {
      upperLevel: true,
      upperDocument: input.documentNumber,
      proposedResult: input.result,
      opinion: input.opinion ?? null,
      voteSummary: { decidedOn: input.decidedOn },
    });
    await noteHand(tx, project.id, personId(context), "acceptance.recorded", now);
    await passTo(
      context,
      project,
      project.state === "acceptance_review" ? "with_manager" : "with_bureau",
    );
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(project, subject, {
        params: {
          result: input.result,
          documentNumber: input.documentNumber,
          decidedOn: input.decidedOn,
        },
        fileHashes,
      }),
    };
  },
});
