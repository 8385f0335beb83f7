import type { CommandContext } from "@/lib/kernel/command";
import type { ProjectRecord } from "@/lib/project/load";
import { loadNumbers } from "@/lib/reference/settings";
import { type AcceptanceRow, submittedFile } from "./acceptance";
import { ruleFor } from "./rule-definition";
import { type Completion, completionOf, type ProposalBasis, ruleVerdict, tally } from "./rules";
import { acceptanceVerdicts, type FailCause } from "./schema";
import { scoredIndicator, targetSelect } from "./scored";

type Context = Pick<CommandContext, "tx" | "now">;

/** What a proposed result rests on: votes, reached targets, the rule's verdict, causes that fail. */
export async function proposalBasis(
  context: Context,
  project: ProjectRecord,
  acceptance: AcceptanceRow,
  named: readonly FailCause[],
): Promise<ProposalBasis & { completion: string | null; coreMissed: readonly string[] }> {
  const votes = await votesOf(context, project.id, acceptance.round);
  const { percent, coreMissed } = await completionIn(context, project, acceptance);
  const numbers = await loadNumbers(context.tx, context.now);
  const derived: readonly FailCause[] = coreMissed.length > 0 ? ["main_targets_missed"] : [];
  return {
    votes,
    completion: percent,
    coreMissed,
    rule: ruleVerdict(percent, project.rectificationUsed, numbers),
    causes: [...new Set([...derived, ...named])],
  };
}

/** The experts' verdicts in one round. */
export async function votesOf({ tx }: Pick<Context, "tx">, projectId: string, round: number) {
  const seats = await tx.assignment.findMany({
    where: { projectId, status: "submitted", panel: { purpose: "acceptance", round } },
    select: { verdict: true },
  });
  return tally(
    seats.flatMap(({ verdict }) => acceptanceVerdicts.find((each) => each === verdict) ?? []),
  );
}

/** How far the targets were reached by the acceptance file, against the last approved baseline. */
async function completionIn(
  { tx, now }: Context,
  project: ProjectRecord,
  acceptance: AcceptanceRow,
): Promise<Completion> {
  const file = submittedFile(acceptance);
  const baseline = await tx.baseline.findFirst({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: { targets: { orderBy: { position: "asc" }, select: targetSelect } },
  });
  if (file === null || baseline === null) return { percent: null, coreMissed: [] };
  const { rule } = await ruleFor(tx, project, now);
  const indicators = baseline.targets.map((target) => scoredIndicator(target));
  return completionOf(rule, indicators, file.completion);
}
