import { expectOne, invalidField } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { highestTrl } from "../links";
import { setMasteryInput } from "../schema";
import { defineStep } from "../step";

/** Records how far a technology is mastered (0–4) and, on its own scale only, its readiness. */
export const setMastery = defineStep({
  name: "absorption.set-mastery",
  input: setMasteryInput,
  find: async (tx, project, input) => {
    const row = await tx.technology.findFirst({
      where: { id: input.technologyId, projectId: project.id, removedAt: null },
      select: {
        id: true,
        name: true,
        trlScaleId: true,
        mastery: true,
        trlNow: true,
        version: true,
      },
    });
    return row && { ...row, status: "open" };
  },
  rule: (_project, technology, input) => {
    if (input.trlScaleId !== undefined && input.trlScaleId !== technology.trlScaleId) {
      throw invalidField("trlScaleId", "other_scale");
    }
    const highest = highestTrl(technology.trlScaleId);
    if ((input.trlNow ?? 0) > highest) {
      throw invalidField("trlNow", "above_scale", { maximum: highest });
    }
  },
  run: async ({ tx, now }, project, technology, input) => {
    const trlNow = input.trlNow ?? technology.trlNow;
    const result = await tx.technology.updateMany({
      where: { id: technology.id, projectId: project.id, version: technology.version },
      data: {
        mastery: input.mastery,
        masteryNote: input.note,
        masteryAt: now,
        trlNow,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    return {
      data: { technologyId: technology.id, version: technology.version + 1 },
      event: childEvent(
        project,
        { type: "technology", id: technology.id },
        {
          params: {
            technology: technology.name,
            from: technology.mastery,
            mastery: input.mastery,
            trl: trlNow,
            scale: technology.trlScaleId,
          },
        },
      ),
    };
  },
});
