import { openSeatDuty, seatDueAt } from "@/lib/approval/seats";
import type { Tx } from "@/lib/db/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, invalidField } from "@/lib/kernel/errors";
import type { LoadedProject } from "@/lib/project/command";
import { cancelDuties, openDuty } from "@/lib/project/duties";
import { loadFacts } from "@/lib/project/facts";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { numberOf, signatureProblem } from "../rules";
import { type AcceptancePanel, findPanel, panelOf } from "./load";

type Context = Pick<CommandContext, "tx" | "actor" | "now">;

/** All have voted, and nothing has been proposed on their opinion yet (409 otherwise). */
export function requireOpinionOpen({ facts: { acceptance } }: LoadedProject): void {
  if (acceptance === null || acceptance.votes === 0) throw conflict("no_votes");
  if (acceptance.votesMissing > 0) throw conflict("acceptance_votes_in");
  if (acceptance.proposedResult !== null) throw conflict("opinion_in_use");
}

/** With the last vote the leader's turn comes: he writes the panel's opinion. */
export async function openDraftingIfAllVoted(
  context: Context,
  project: ProjectRecord,
  round: number,
): Promise<void> {
  const { tx, now } = context;
  const { acceptance } = await loadFacts(tx, project, now);
  if (acceptance === null || acceptance.votesMissing > 0) return;
  const panel = await findPanel(tx, project.id, round);
  const leader = panel?.assignments.find(({ lead }) => lead);
  if (!panel || !leader) return;
  await openDuty(tx, project, {
    kind: "evaluation.draft-acceptance-opinion",
    subject: { type: "panel", id: panel.id },
    holderRole: "expert",
    holderUserId: leader.expertId,
    since: now,
    dueAt: await seatDueAt(tx, now),
  });
}

/** Every member who voted must sign the opinion. */
export async function openSigning(
  context: Context,
  project: ProjectRecord,
  panel: AcceptancePanel,
): Promise<void> {
  const dueAt = await seatDueAt(context.tx, context.now);
  for (const { id, expertId, status } of panel.assignments) {
    if (status !== "submitted") continue;
    await openSeatDuty(
      context,
      project,
      { id, expertId, dueAt },
      "evaluation.sign-acceptance-opinion",
    );
  }
}

/**
 * What goes up to the manager rests on an opinion that enough members signed: more than half of those
 * who voted in any case, and the share of `acceptance_signature_share` or a reason why it is less.
 * Whoever has not signed by now need not any more. Answers how many signed of how many.
 */
export async function requireSignatures(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  projectId: string,
  round: number,
  unsignedReason: string | undefined,
): Promise<{ signed: number; voted: number }> {
  const panel = await panelOf(tx, projectId, round);
  if (panel.opinion === null) throw conflict("opinion_not_drafted");
  const standing = signaturesIn(panel);
  const share = numberOf(await loadNumbers(tx, now), "acceptance_signature_share");
  const problem = signatureProblem(standing, share, unsignedReason);
  if (problem === "opinion_unsigned") throw conflict(problem, standing);
  if (problem !== null) throw invalidField("unsignedReason", problem, standing);
  await cancelSigning(tx, projectId, now);
  return standing;
}

const cancelSigning = (tx: Tx, projectId: string, now: Date): Promise<void> =>
  cancelDuties(tx, { kind: "evaluation.sign-acceptance-opinion", projectId }, now);

/** How many of those who voted have signed. */
export function signaturesIn({ assignments }: Pick<AcceptancePanel, "assignments">) {
  const voted = assignments.filter(({ status }) => status === "submitted");
  return {
    signed: voted.filter(({ opinionSignedAt }) => opinionSignedAt !== null).length,
    voted: voted.length,
  };
}
