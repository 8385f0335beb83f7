import { linkFiles } from "@/lib/documents/link";
import { defineTransition } from "@/lib/project/command";
import { noteHand } from "@/lib/project/load";
import { dropConsentDuty } from "../consent";
import { recordOpinion } from "../opinion";
import { recommendInput } from "../schema";

/** T05: the recommending unit recommends with its opinion (D09), inside its quota. */
export const recommend = defineTransition({
  name: "application.recommend",
  transition: "T05",
  input: recommendInput,
  run: async (context, project, { opinion, documents }) => {
    const { tx, actor, now } = context;
    const id = await recordOpinion(context, project, {
      kind: "district_recommendation",
      verdict: "recommended",
      text: opinion,
    });
    await noteHand(tx, project.id, actor.userId, "recommended", now);
    await dropConsentDuty(context, project.id);
    return {
      data: { districtOpenedAt: project.districtOpenedAt ?? now },
      fileHashes: await linkFiles(context, project, { type: "opinion", id }, documents ?? []),
    };
  },
});
