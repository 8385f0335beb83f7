import { createHash } from "node:crypto";
import { canonical } from "@/lib/audit/event";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";

const latestSelect = {
  id: true,
  version: true,
  formVersionId: true,
  content: true,
  contentHash: true,
  savedByName: true,
  savedAt: true,
  submittedAt: true,
} as const satisfies Prisma.ProposalSelect;

export type SavedProposal = Prisma.ProposalGetPayload<{ select: typeof latestSelect }>;

/** SHA-256 of a proposal's content; the same content always gives the same hash. */
export const contentHash = (content: unknown): string =>
  createHash("sha256").update(canonical(content)).digest("hex");

/** The newest saved version of a project's proposal, or null before the first save. */
export function latestProposal(tx: Tx, projectId: string): Promise<SavedProposal | null> {
  return tx.proposal.findFirst({
    where: { projectId },
    orderBy: { version: "desc" },
    select: latestSelect,
  });
}

/** Stores the next version; a version once stored is never written again, save its submission. */
export async function addProposal(
  { tx, actor, now }: Pick<CommandContext, "tx" | "actor" | "now">,
  project: Pick<ProjectRecord, "id" | "unitId" | "districtId">,
  next: { version: number; formVersionId: string; content: Prisma.InputJsonValue },
): Promise<SavedProposal> {
  if (actor.userId === null) throw new Error("a proposal is saved by a person");
  return tx.proposal.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      ...next,
      contentHash: contentHash(next.content),
      savedById: actor.userId,
      savedByName: actor.name,
      savedAt: now,
    },
    select: latestSelect,
  });
}
