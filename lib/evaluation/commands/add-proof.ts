import { applicantRoles } from "@/lib/access/roles";
import { invalidField } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { requirePapers } from "../acceptance";
import { evaluationIn, openForProofs } from "../evaluation";
import { addLineProof } from "../proofs";
import { addProofInput } from "../schema";

/** Names a file or a record of this project as proof of what one indicator reached. */
export const addProof = defineProjectCommand({
  name: "evaluation.add-proof",
  input: addProofInput,
  roles: applicantRoles,
  states: ["acceptance_filing", "rectification", "evaluation"],
  rule: (project) => requirePapers(project, "with_unit"),
  run: async (context, project, input) => {
    const evaluation = await evaluationIn(context.tx, project.id, openForProofs(project));
    const line = evaluation.evaluationLines.find(
      ({ indicatorCode }) => indicatorCode === input.indicatorCode,
    );
    if (line === undefined) throw invalidField("indicatorCode", "indicator_unknown");
    const place = { id: line.id, evaluationId: evaluation.id };
    const { id, fileHashes } = await addLineProof(context, project, place, input);
    const subject = { type: "evaluation_proof", id };
    return {
      data: { proofId: id },
      event: childEvent(project, subject, {
        params: { indicator: input.indicatorCode, note: input.description },
        fileHashes,
      }),
    };
  },
});
