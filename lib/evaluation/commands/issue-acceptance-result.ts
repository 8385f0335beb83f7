import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { acceptanceOf, giveOpinion, writeAcceptance } from "../acceptance";
import { newCertificateCode, nextCertificateNumber } from "../certificate";
import { applyConsequences } from "../consequences/apply";
import { triggersOfResult } from "../consequences/triggers";
import { isPassed, issuedResult } from "../rules";
import { issueAcceptanceResultInput } from "../schema";
import { beginEvaluation } from "../start";

/** T30: the manager issues the proposed result; the performance evaluation opens. */
export const issueAcceptanceResult = defineTransition({
  name: "evaluation.issue-acceptance-result",
  transition: "T30",
  input: issueAcceptanceResultInput,
  run: async (context, project, input) => {
    const { tx, now } = context;
    const acceptance = await acceptanceOf(tx, project.id);
    const result = issuedResult(acceptance.proposedResult ?? "failed", project.rectificationUsed);
    const certificateNumber = isPassed(result) ? await nextCertificateNumber(tx, now) : null;
    const subject = { type: "acceptance", id: acceptance.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await writeAcceptance(tx, acceptance, {
      status: "concluded",
      result,
      certificateNumber,
      certificateCode: certificateNumber === null ? null : newCertificateCode(),
      concludedAt: now,
    });
    await tx.panel.updateMany({
      where: { projectId: project.id, purpose: "acceptance", round: acceptance.round },
      data: { closedAt: now },
    });
    await giveOpinion(context, project, {
      kind: "acceptance_result",
      verdict: result,
      text: input.opinion ?? acceptance.opinion ?? "",
      minutesNumber: input.minutesNumber,
    });
    const subStatus = await beginEvaluation(context, project);
    const consequences = await applyConsequences(
      context,
      project,
      triggersOfResult(result, acceptance.voteSummary),
    );
    return {
      subStatus,
      data: { acceptanceResult: result },
      reason: input.opinion ?? null,
      params: { result, certificateNumber, consequences },
      fileHashes,
    };
  },
});
