import { type Actor, holds } from "@/lib/access/actor";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { acceptanceOfProject } from "../queries";
import { tally } from "../rules";
import { acceptanceVerdicts } from "../schema";
import { panelView } from "./queries";

/**
 * What the signed opinion of one round (D26) consists of, as far as the actor may see it; the latest
 * round where none is named. Null outside the scope, before the opinion was drafted, and to the unit
 * and the district before the result.
 */
export async function opinionPaperOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
  now: Date,
  round?: number,
) {
  const acceptance = await acceptanceOfProject(tx, actor, projectId, now);
  if (acceptance === null) return null;
  const official = holds(actor, "bureau_officer", "division_head", "manager", "auditor");
  const panel = await panelView(tx, projectId, round ?? acceptance.round, {
    draw: official,
    opinion: official || seesOnlyAsExpert(actor) || acceptance.result !== null,
  });
  if (!panel?.opinion) return null;
  const seats = acceptance.seats.filter(
    (seat) => seat.round === panel.round && seat.status === "submitted",
  );
  const latest = panel.round === acceptance.round;
  return {
    panel,
    opinion: panel.opinion,
    seats,
    /** Null to whoever may not see how the others voted. */
    votes:
      acceptance.votes &&
      tally(
        seats.flatMap(({ verdict }) => acceptanceVerdicts.find((each) => each === verdict) ?? []),
      ),
    completion: latest
      ? (completionIn(acceptance.voteSummary) ?? acceptance.basis?.completion ?? null)
      : null,
    result: latest ? acceptance.result : null,
    proposedResult: latest ? acceptance.proposedResult : null,
  };
}

export type OpinionPaper = NonNullable<Awaited<ReturnType<typeof opinionPaperOf>>>;

/** The share of reached targets that the result was proposed on. */
function completionIn(summary: unknown): string | null {
  if (typeof summary !== "object" || summary === null) return null;
  const completion: unknown = Reflect.get(summary, "completion");
  return typeof completion === "string" ? completion : null;
}
