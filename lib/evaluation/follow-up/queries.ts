import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import { type FollowUpRating, isFollowUpRating } from "./rules";

/** What a rating stood on, as its opinion keeps it. */
const keptBasis = z.object({
  figures: z.array(
    z.object({ indicatorCode: z.string(), promised: z.string(), reached: z.string() }),
  ),
  upperProjects: z.number(),
  share: z.string().nullable(),
  rating: z.string().nullable(),
});

export interface ShownRating {
  rating: FollowUpRating;
  reason: string;
  byName: string;
  at: Date;
  basis: z.output<typeof keptBasis> | null;
}

/** The closing rating of a project's follow-up with what it stands on; null before or outside the scope. */
export async function followUpRatingOf(
  tx: Tx,
  actor: Actor,
  projectId: string,
): Promise<ShownRating | null> {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const row = await tx.opinion.findFirst({
    where: { projectId, kind: "follow_up_rating" },
    orderBy: { at: "desc" },
    select: { verdict: true, text: true, byName: true, at: true, details: true },
  });
  if (row === null || !isFollowUpRating(row.verdict)) return null;
  const basis = keptBasis.safeParse(row.details);
  return {
    rating: row.verdict,
    reason: row.text,
    byName: row.byName,
    at: row.at,
    basis: basis.success ? basis.data : null,
  };
}
