import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, districtIdsOf, holds, unitIdsOf } from "./actor";
import { applicantRoles } from "./roles";

/** An expert sees what is assigned, until he recuses himself or is replaced. */
export const seatedStatuses = ["invited", "accepted", "submitted"] as const;

const nothing: Prisma.ProjectWhereInput = { id: { in: [] } };

/**
 * The one visibility rule of projects and of all that hangs on them: lists, details, search, counts,
 * files and exports share it. A unit sees its own; a district what was submitted to it; the bureau,
 * the manager what has left its unit; an expert what is assigned; the auditor everything.
 */
export function projectScope(actor: Actor): Prisma.ProjectWhereInput {
  if (actor.kind === "system") return {};
  if (actor.kind === "public") return nothing;
  if (holds(actor, "auditor")) return {};
  const ways: Prisma.ProjectWhereInput[] = [];
  const units = unitIdsOf(actor, ...applicantRoles);
  if (units.length > 0) ways.push({ unitId: { in: units } });
  const districts = districtIdsOf(actor);
  if (districts.length > 0) ways.push({ districtId: { in: districts }, state: { not: "draft" } });
  if (holds(actor, "bureau_officer", "division_head", "manager")) {
    ways.push({ state: { not: "draft" } });
  }
  if (holds(actor, "expert") && actor.userId) ways.push(assignedTo(actor.userId));
  if (ways.length === 0) return nothing;
  return ways.length === 1 ? (ways[0] ?? nothing) : { OR: ways };
}

/** Does the actor see this project only as its assigned expert? Then the expert's view applies. */
export function seesOnlyAsExpert(actor: Actor): boolean {
  return actor.kind === "user" && actor.held.every((held) => held.role === "expert");
}

/** Seated in a panel, or asked for an opinion on the merit of a link. A panel may be formed before the file is sent to it. */
const beforeReview = ["draft", "district_review", "returned", "formal_review"];

function assignedTo(expertId: string): Prisma.ProjectWhereInput {
  return {
    state: { notIn: beforeReview },
    OR: [
      { assignments: { some: { expertId, status: { in: [...seatedStatuses] } } } },
      { meritOpinions: { some: { expertId } } },
    ],
  };
}
