import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { actorId } from "./seats";

export interface OpinionDraft {
  kind: "review_summary" | "duplicate_check" | "approval_decision" | "objection_finding";
  verdict: string;
  text: string;
  details?: Prisma.InputJsonObject;
  minutesNumber?: string;
}

/**
 * Puts an opinion or decision on record with name and role as they are now; a decision entered for
 * the manager keeps who recorded it.
 */
export async function recordOpinion(
  context: CommandContext,
  project: ProjectRecord,
  draft: OpinionDraft,
): Promise<string> {
  const { tx, actor, as, now, proxy } = context;
  const id = newId();
  await tx.opinion.create({
    data: {
      id,
      ...guardedBy(project),
      kind: draft.kind,
      verdict: draft.verdict,
      text: draft.text,
      details: { ...draft.details, ...(proxy ? { recordedBy: proxy.recordedByName } : {}) },
      byId: actorId(context),
      byName: actor.name,
      byRole: as,
      at: now,
      minutesNumber: draft.minutesNumber ?? null,
    },
    select: { id: true },
  });
  return id;
}
