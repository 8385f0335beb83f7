import { personOf } from "@/lib/access/actor";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";

export interface Hearing {
  kind: "revocation_finding" | "termination_finding";
  verdict: string;
  /** What the decision rests on. */
  text: string;
  /** `YYYY-MM-DD`. */
  unitHeardOn: string;
  unitStatement: string;
}

/** Keeps the finding that ends a project together with what the unit said to it, and when. */
export async function recordHearing(
  { tx, actor, as, now }: CommandContext,
  project: ProjectRecord,
  { unitHeardOn, unitStatement, ...finding }: Hearing,
): Promise<void> {
  await tx.opinion.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      ...finding,
      details: { unitHeardOn, unitStatement },
      byId: personOf(actor),
      byName: actor.name,
      byRole: as,
      at: now,
    },
    select: { id: true },
  });
}
