import type { State } from "@/lib/lifecycle/states";
import { type Actor, holds } from "./actor";
import { bureauRoles } from "./roles";

/** Before the decision the result of a review, and to the auditor its experts, are not known. */
const undecided: readonly string[] = [
  "draft",
  "district_review",
  "returned",
  "formal_review",
  "expert_review",
  "decision",
] satisfies State[];

/** Is a project in this state still before the decision on its approval? */
export const isUndecided = (state: string): boolean => undecided.includes(state);

/**
 * May this actor learn who the experts of a project are? The bureau and the manager always, the
 * auditor after the decision, nobody else (domain.md §1.2).
 */
export function seesExperts(actor: Actor, state: string): boolean {
  if (actor.kind === "system" || holds(actor, ...bureauRoles, "manager")) return true;
  return holds(actor, "auditor") && !isUndecided(state);
}
