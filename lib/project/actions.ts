import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import { isAllowed } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { failingGuards, type GuardCode } from "@/lib/lifecycle/guards";
import type { Label } from "@/lib/lifecycle/states";
import { type TransitionId, transitionIds, transitionRow } from "@/lib/lifecycle/transitions";
import { type LoadedProject, mayTransition } from "./command";

/** One step that the server offers on a project; blocked ones name what stands against them. */
export interface OfferedAction {
  command: string;
  transition: TransitionId;
  name: Label;
  documents: readonly string[];
  blockedBy: readonly GuardCode[];
  /** The manager's collective decision, which an officer may enter for a second to confirm. */
  byProxy: boolean;
}

/** What may this actor do now, and why not: every transition out of the present state that is his. */
export function actionsFor(actor: Actor, project: LoadedProject, now: Date): OfferedAction[] {
  return transitionIds.flatMap((id): OfferedAction[] => {
    const row = transitionRow(id);
    if (!row.from.includes(project.state)) return [];
    const own = isAllowed(mayTransition(actor, project, id));
    const byProxy = !own && row.collective && holds(actor, ...bureauRoles);
    if (!own && !byProxy) return [];
    return [
      {
        command: row.command,
        transition: id,
        name: row.name,
        documents: row.documents,
        blockedBy: failingGuards(row.guards, project, project.facts, now),
        byProxy,
      },
    ];
  });
}
