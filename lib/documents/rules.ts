import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { conflict, invalidField } from "@/lib/kernel/errors";
import { type State, stateIds, stateRow } from "@/lib/lifecycle/states";

/** States in which papers can still be added to a project. */
export const openStates: readonly State[] = stateIds.filter(
  (state) => stateRow(state).end !== "final",
);

/** While officials and experts judge a file, its unit adds nothing to it. */
const judgedStates: readonly State[] = [
  "district_review",
  "formal_review",
  "expert_review",
  "decision",
  "publicity",
  "acceptance_review",
];

const isOfficial = (actor: Actor): boolean => holds(actor, ...citywideRoles, "district_officer");

/** Refuses a unit's papers while they are being judged (409). */
export function requireUnitsTurn(actor: Actor, state: State): void {
  if (!isOfficial(actor) && judgedStates.includes(state)) throw conflict("wrong_state", { state });
}

/** Only officials can keep a paper among officials (422). */
export function requireAudience(actor: Actor, audience: string | undefined): void {
  if (audience === "officials" && !isOfficial(actor)) {
    throw invalidField("audience", "audience_for_officials");
  }
}
