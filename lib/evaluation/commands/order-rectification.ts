import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { dueOf } from "@/lib/lifecycle/due";
import { dueBasis } from "@/lib/project/advance";
import { defineTransition } from "@/lib/project/command";
import { acceptanceOf, giveOpinion, writeAcceptance } from "../acceptance";
import { requireSignatures } from "../panel/opinion";
import { proposalBasis } from "../proposal";
import { orderRectificationInput } from "../schema";

/** T28: one rectification within its limit, on the experts' votes and signed opinion; both are stored. */
export const orderRectification = defineTransition({
  name: "evaluation.order-rectification",
  transition: "T28",
  input: orderRectificationInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id);
    if (acceptance.upperLevel) throw conflict("decided_by_upper_level");
    const { votes, completion, rule } = await proposalBasis(context, project, acceptance, []);
    if (votes.rectify === 0 && rule !== "rectify") throw conflict("rectification_not_voted");
    const signatures = await requireSignatures(
      context,
      project.id,
      acceptance.round,
      input.unsignedReason,
    );
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    const dueAt = dueOf("rectification", now, await dueBasis(tx, project, now));
    await tx.panel.updateMany({
      where: { projectId: project.id, purpose: "acceptance", round: acceptance.round },
      data: { closedAt: now },
    });
    await writeAcceptance(tx, acceptance, {
      status: "rectification",
      proposedResult: null,
      voteSummary: {
        ...votes,
        completion,
        rule,
        ...signatures,
        unsignedReason: input.unsignedReason || null,
      },
      rectificationOrder: input.order,
      rectificationDueAt: dueAt,
    });
    await giveOpinion(context, project, {
      kind: "rectification_order",
      verdict: "rectify",
      text: input.order,
      details: { ...votes, round: acceptance.round },
    });
    return {
      subStatus: "with_unit",
      dueAt,
      returned: true,
      data: { rectificationUsed: true },
      reason: input.order,
      params: { ...votes, completion },
      fileHashes,
    };
  },
});
