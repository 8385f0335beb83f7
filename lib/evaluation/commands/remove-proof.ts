import { applicantRoles } from "@/lib/access/roles";
import { notFound } from "@/lib/kernel/errors";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { requirePapers } from "../acceptance";
import { evaluationIn, openForProofs } from "../evaluation";
import { removeLineProof } from "../proofs";
import { removeProofInput } from "../schema";

/** Takes a proof off its line while the self-evaluation is with the unit; the file's bytes stay. */
export const removeProof = defineProjectCommand({
  name: "evaluation.remove-proof",
  input: removeProofInput,
  roles: applicantRoles,
  states: ["acceptance_filing", "rectification", "evaluation"],
  rule: (project) => requirePapers(project, "with_unit"),
  run: async ({ tx, now }, project, { proofId }) => {
    const evaluation = await evaluationIn(tx, project.id, openForProofs(project));
    const proof = await tx.evaluationProof.findFirst({
      where: { id: proofId, evaluationId: evaluation.id },
      select: { id: true, note: true, fileId: true, line: { select: { indicatorCode: true } } },
    });
    if (proof === null) throw notFound();
    const subject = { type: "evaluation_proof", id: proof.id };
    await removeLineProof({ tx, now }, evaluation.id, proof);
    return {
      data: { proofId: proof.id },
      event: childEvent(project, subject, {
        params: { indicator: proof.line.indicatorCode, note: proof.note },
      }),
    };
  },
});
