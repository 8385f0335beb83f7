import type { z } from "zod";
import { personOf } from "@/lib/access/actor";
import type { CommandContext } from "@/lib/kernel/command";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { childEvent, guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { attachOne } from "../attach";
import { storedDay } from "../dates";
import { highestTrl } from "../links";
import { findTechnology, type LoadedTechnology } from "../load-technology";
import { setMasteryInput } from "../schema";
import { defineStep } from "../step";

type Input = z.output<typeof setMasteryInput>;

/**
 * Records how far a technology is mastered (0–4) with what that stands on and, on its own scale only,
 * its readiness. Each record stays as a reading, so that both can be seen over time.
 */
export const setMastery = defineStep({
  name: "absorption.set-mastery",
  input: setMasteryInput,
  find: findTechnology,
  rule: (_project, technology, input, now) => {
    if (input.trlScaleId !== undefined && input.trlScaleId !== technology.trlScaleId) {
      throw invalidField("trlScaleId", "other_scale");
    }
    const highest = highestTrl(technology.trlScaleId);
    if ((input.trlNow ?? 0) > highest) {
      throw invalidField("trlNow", "above_scale", { maximum: highest });
    }
    requireOrder(technology, input, now);
    if (input.mastery > technology.mastery && !input.evidenceId && !input.fileId) {
      throw invalidField("fileId", "mastery_needs_evidence");
    }
    if (input.evidenceId && !technology.evidenceIds.includes(input.evidenceId)) {
      throw invalidField("evidenceId", "evidence_not_usable");
    }
  },
  run: async (context, project, technology, input) => {
    const { tx, now } = context;
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
    const hash = await addReading(context, project, technology, { ...input, trlNow });
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
          fileHashes: hash === null ? [] : [hash],
        },
      ),
    };
  },
});

/** Readings follow one another in time. */
function requireOrder({ lastReadingOn }: LoadedTechnology, { asOf }: Input, now: Date): void {
  const day = asOf ?? shanghaiDate(now);
  if (day > shanghaiDate(now)) throw invalidField("asOf", "in_the_future");
  if (lastReadingOn !== null && day < dayText(lastReadingOn)) {
    throw invalidField("asOf", "before_last_reading", { last: dayText(lastReadingOn) });
  }
}

async function addReading(
  context: CommandContext,
  project: ProjectRecord,
  technology: LoadedTechnology,
  input: Input & { trlNow: number | null },
): Promise<string | null> {
  const { tx, actor, now } = context;
  const id = newId();
  const subject = { type: "technology_reading", id };
  const hash = await attachOne(context, project, subject, input.fileId, "mastery_evidence");
  await tx.technologyReading.create({
    data: {
      id,
      ...guardedBy(project),
      technologyId: technology.id,
      asOf: storedDay(input.asOf ?? shanghaiDate(now)),
      mastery: input.mastery,
      trl: input.trlNow,
      trlScaleId: technology.trlScaleId,
      note: input.note,
      evidenceId: input.evidenceId ?? null,
      fileId: input.fileId ?? null,
      recordedById: personOf(actor),
      recordedByName: actor.name,
      recordedAt: now,
    },
    select: { id: true },
  });
  return hash;
}
