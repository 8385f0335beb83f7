import { type Actor, holds } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Prisma } from "@/lib/generated/prisma/client";
import { owingStates } from "./rules";

const nothing: Prisma.YearlyFormWhereInput = { id: { in: [] } };

/** Forms with a report on a project that the actor sees; an expert's assignment shows him none. */
export function formScope(actor: Actor): Prisma.YearlyFormWhereInput {
  const only = actor.held.some(({ role }) => role !== "expert");
  if (actor.kind === "user" && holds(actor, "expert") && !only) return nothing;
  return { reports: { some: { status: { not: "cancelled" }, project: projectScope(actor) } } };
}

/** Reports that a unit still has to hand in, as a condition of the database (`isOwed`). */
export const owedReports: Prisma.PeriodicReportWhereInput = {
  status: "open",
  OR: [
    { kind: "annual", project: { state: { in: [...owingStates.annual] } } },
    { kind: "tracking", project: { state: { in: [...owingStates.tracking] } } },
  ],
};
