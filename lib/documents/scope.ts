import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Prisma } from "@/lib/generated/prisma/client";

/** Kinds that can name other experts or the decision before it is public (domain.md §5.9). */
const hiddenFromExperts = ["D11", "D12", "D14", "D26"];

/** Papers whose subject is an expert's seat or a secret identity. */
const hiddenSubjects = ["assignment", "panel", "objection", "integrity_case", "proxy_decision"];

/** Papers that can't name an expert. */
export const withoutExperts: Prisma.FileLinkWhereInput = {
  documentKind: { notIn: hiddenFromExperts },
  subjectType: { notIn: hiddenSubjects },
};

/**
 * Links to files that the actor may open: those of projects in his scope; papers for officials only
 * by officials; an expert nothing that could name another expert (blind mode, domain.md §1.6).
 */
export function visibleLinks(actor: Actor): Prisma.FileLinkWhereInput {
  const live: Prisma.FileLinkWhereInput = { removedAt: null, project: projectScope(actor) };
  if (actor.kind === "system") return { removedAt: null };
  if (seesOnlyAsExpert(actor)) {
    return { ...live, ...withoutExperts, audience: "parties" };
  }
  if (holds(actor, ...citywideRoles, "district_officer")) return live;
  return { ...live, audience: "parties" };
}

/** Files that the actor may open: through a link, or his own while nothing uses them yet. */
export function visibleFiles(actor: Actor): Prisma.StoredFileWhereInput {
  const ways: Prisma.StoredFileWhereInput[] = [{ fileLinks: { some: visibleLinks(actor) } }];
  if (actor.userId !== null) {
    ways.push({ uploadedById: actor.userId, fileLinks: { none: {} } });
  }
  return { OR: ways };
}
