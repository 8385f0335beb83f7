import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { dropConsentDuty } from "../consent";
import { recordOpinion } from "../opinion";
import { declineRecommendationInput } from "../schema";

/** T06: the recommending unit doesn't recommend; the applicant is told why. */
export const declineRecommendation = defineTransition({
  name: "application.decline-recommendation",
  transition: "T06",
  input: declineRecommendationInput,
  run: async (context, project, { reason, documents }) => {
    const id = await recordOpinion(context, project, {
      kind: "district_recommendation",
      verdict: "declined",
      text: reason,
    });
    await dropConsentDuty(context, project.id);
    return {
      reason,
      params: { reasonCode: "not_recommended" },
      fileHashes: await linkFiles(context, project, { type: "opinion", id }, documents ?? []),
    };
  },
});
