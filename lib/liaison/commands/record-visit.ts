import { personOf } from "@/lib/access/actor";
import { linkPhotos } from "@/lib/documents/link-photos";
import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, defineProjectCommand, guardedBy } from "@/lib/project/command";
import { liaisonEditors, supervisedStates } from "../rules";
import { recordVisitInput } from "../schema";

/**
 * Records a visit on site with its photographs (D40). The unit reads on its timeline that it was
 * visited and what was agreed; findings and photographs stay with the officials.
 */
export const recordVisit = defineProjectCommand({
  name: "liaison.record-visit",
  input: recordVisitInput,
  roles: liaisonEditors,
  states: supervisedStates,
  rule: (_project, { visitedOn }, now) => {
    if (visitedOn > shanghaiDate(now)) throw invalidField("visitedOn", "in_the_future");
  },
  run: async (context, project, input) => {
    const { tx, actor, now } = context;
    const { visitedOn, visitors, findings, agreed = "", photos = [] } = input;
    const id = newId();
    await tx.liaisonVisit.create({
      data: {
        id,
        ...guardedBy(project),
        visitedOn: new Date(visitedOn),
        visitors,
        findings,
        agreed,
        recordedById: personOf(actor),
        recordedByName: actor.name,
        recordedAt: now,
      },
      select: { id: true },
    });
    const subject = { type: "liaison_visit", id };
    const fileHashes = await linkPhotos(context, project, {
      subject,
      fileIds: photos,
      documentKind: "D40",
    });
    return {
      data: { visitId: id, photos: fileHashes.length },
      event: childEvent(project, subject, {
        params: { visitedOn, visitors, photos: fileHashes.length },
        reason: agreed || null,
        fileHashes,
      }),
    };
  },
});
