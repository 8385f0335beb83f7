import { type Actor, districtIdsOf, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";

/** Which warnings a board shows: all, or those of some districts. */
export type BoardScope = { districts: "all" | readonly string[] };

/**
 * `projectScope` for boards: no draft has a warning, and a warning carries its project's district, so
 * that officials' scope needs no look at the project. Null for all others.
 */
export function boardScope(actor: Actor): BoardScope | null {
  if (holds(actor, ...citywideRoles)) return { districts: "all" };
  const districts = districtIdsOf(actor);
  return districts.length > 0 ? { districts } : null;
}
