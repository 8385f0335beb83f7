import { bureauRoles } from "@/lib/access/roles";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { passTo } from "@/lib/project/advance";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { acceptanceOf, personId, writeAcceptance } from "../acceptance";
import { requireSignatures } from "../panel/opinion";
import { proposalBasis } from "../proposal";
import { proposalProblem } from "../rules";
import { proposeResultInput } from "../schema";

/**
 * The bureau proposes the result from the panel's signed opinion, votes, rule and automatic causes; the
 * manager issues it.
 */
export const proposeResult = defineProjectCommand({
  name: "evaluation.propose-result",
  input: proposeResultInput,
  roles: bureauRoles,
  states: ["acceptance_review"],
  rule: ({ facts }) => {
    if (facts.acceptance === null || facts.acceptance.votes === 0) throw conflict("no_votes");
    if (facts.acceptance.votesMissing > 0) throw conflict("acceptance_votes_in");
  },
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id, input.acceptanceVersion);
    if (acceptance.upperLevel) throw conflict("decided_by_upper_level");
    const signatures = await requireSignatures(
      context,
      project.id,
      acceptance.round,
      input.unsignedReason,
    );
    const basis = await proposalBasis(context, project, acceptance, input.failCauses ?? []);
    const problem = proposalProblem(input.result, basis, input.reason);
    if (problem) throw invalidField(problem.field, problem.code);
    await writeAcceptance(tx, acceptance, {
      proposedResult: input.result,
      opinion: input.opinion,
      voteSummary: {
        ...basis.votes,
        completion: basis.completion,
        rule: basis.rule,
        causes: [...basis.causes],
        coreMissed: [...basis.coreMissed],
        reason: input.reason ?? null,
        ...signatures,
        unsignedReason: input.unsignedReason || null,
      },
    });
    await noteHand(tx, project.id, personId(context), "acceptance.proposed", now);
    await passTo(context, project, "with_manager");
    return {
      data: { acceptanceVersion: acceptance.version + 1 },
      event: childEvent(
        project,
        { type: "acceptance", id: acceptance.id },
        {
          params: {
            result: input.result,
            completion: basis.completion,
            causes: basis.causes,
            ...signatures,
          },
          reason: input.reason ?? null,
          audience: "officials",
        },
      ),
    };
  },
});
