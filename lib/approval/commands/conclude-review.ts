import { dropConsentDuty } from "@/lib/application/consent";
import { linkFiles } from "@/lib/documents/link";
import { conflict } from "@/lib/kernel/errors";
import { defineTransition } from "@/lib/project/command";
import { loadNumbers } from "@/lib/reference/settings";
import { recordOpinion } from "../opinion";
import { mergeTotals } from "../rules";
import { concludeReviewInput } from "../schema";
import { dropApprovalDuties } from "../settle";

/** T11: merges the sheets and hands the file to the manager with the officer's summary. */
export const concludeReview = defineTransition({
  name: "approval.conclude-review",
  transition: "T11",
  input: concludeReviewInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    const panel = await tx.panel.findFirst({
      where: { projectId: project.id, purpose: "review", closedAt: null },
      orderBy: { round: "desc" },
      select: {
        id: true,
        round: true,
        assignments: {
          where: { status: "submitted" },
          orderBy: { seat: "asc" },
          select: { total: true },
        },
      },
    });
    if (panel === null) throw conflict("panel_formed");
    const merged = mergeTotals(
      panel.assignments.flatMap(({ total }) => (total === null ? [] : [total.toFixed(2)])),
      await loadNumbers(tx, now),
    );
    const opinionId = await recordOpinion(context, project, {
      kind: "review_summary",
      verdict: input.verdict,
      text: input.summary,
      details: { ...merged, panelId: panel.id, round: panel.round },
    });
    await tx.panel.update({
      where: { id: panel.id },
      data: { closedAt: now },
      select: { id: true },
    });
    await dropApprovalDuties(context, project);
    await dropConsentDuty(context, project.id);
    const fileHashes = await linkFiles(
      context,
      project,
      { type: "opinion", id: opinionId },
      input.documents ?? [],
      { audience: "officials" },
    );
    return { fileHashes, params: { round: panel.round } };
  },
});
