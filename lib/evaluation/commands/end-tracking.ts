import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { giveOpinion } from "../acceptance";
import { applyConsequences } from "../consequences/apply";
import { ratingBasis, settledRating } from "../follow-up/rating";
import { endTrackingInput } from "../schema";

/**
 * T34: the last follow-up report is in; the project is archived with a rating against its promise.
 * The grade of its evaluation stays.
 */
export const endTracking = defineTransition({
  name: "evaluation.end-tracking",
  transition: "T34",
  input: endTrackingInput,
  run: async (context, project, input) => {
    const subject = { type: "project", id: project.id };
    const fileHashes = await linkFiles(context, project, subject, input.documents ?? []);
    await settleDuties(
      context.tx,
      { projectId: project.id, kind: "evaluation.end-tracking" },
      context,
    );
    const basis = await ratingBasis(context.tx, project.id, context.now);
    const rating = settledRating(basis, input);
    await giveOpinion(context, project, {
      kind: "follow_up_rating",
      verdict: rating,
      text: input.ratingReason ?? "",
      details: { ...basis, figures: basis.figures.map((figure) => ({ ...figure })) },
    });
    const consequences = await applyConsequences(context, project, [`rating:${rating}`]);
    return {
      data: { archivedBy: "T34", followUpRating: rating },
      reason: input.ratingReason || input.opinion || null,
      params: { rating, consequences },
      fileHashes,
    };
  },
});
