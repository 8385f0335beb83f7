import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";

export interface OpinionDraft {
  kind: "district_recommendation" | "formal_review" | "withdrawal_consent";
  verdict: string;
  text: string;
  details?: Prisma.InputJsonObject;
}

/** Puts an opinion on record, with name and role as they are now. Answers its id. */
export async function recordOpinion(
  { tx, actor, as, now }: Pick<CommandContext, "tx" | "actor" | "as" | "now">,
  project: ProjectRecord,
  { details, ...draft }: OpinionDraft,
): Promise<string> {
  if (actor.userId === null) throw new Error("an opinion is given by a person");
  const id = newId();
  await tx.opinion.create({
    data: {
      id,
      ...guardedBy(project),
      ...draft,
      details: details ?? {},
      byId: actor.userId,
      byName: actor.name,
      byRole: as,
      at: now,
    },
    select: { id: true },
  });
  return id;
}
