import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";

/** Opinions of this stage; formal review's own notes stay with the officials. */
const partyKinds = ["district_recommendation", "withdrawal_consent"];

/** The opinions given on an application, the oldest first. */
export function opinionsOf(tx: Tx, actor: Actor, projectId: string) {
  const kinds = holds(actor, ...citywideRoles) ? [...partyKinds, "formal_review"] : partyKinds;
  return tx.opinion.findMany({
    where: {
      project: { AND: [{ id: projectId }, projectScope(actor)] },
      kind: { in: seesOnlyAsExpert(actor) ? [] : kinds },
    },
    orderBy: { at: "asc" },
    select: {
      id: true,
      kind: true,
      verdict: true,
      text: true,
      byName: true,
      byRole: true,
      at: true,
    },
  });
}
