import { personOf } from "@/lib/access/actor";
import { expectOne } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { childEvent, guardedBy } from "@/lib/project/command";
import { handOver } from "../desk";
import { findChange } from "../load-child";
import { giveChangeOpinionInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district says what it thinks of a change; the bureau is next. */
export const giveChangeOpinion = defineStep({
  name: "absorption.give-change-opinion",
  input: giveChangeOpinionInput,
  find: findChange,
  run: async (context, project, change, input) => {
    const { tx, actor, as, now } = context;
    await tx.opinion.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        kind: "change_opinion",
        verdict: input.verdict,
        text: input.opinion,
        details: { changeRequestId: change.id, changeKind: change.kind },
        byId: personOf(actor),
        byName: actor.name,
        byRole: as,
        at: now,
      },
      select: { id: true },
    });
    const result = await tx.changeRequest.updateMany({
      where: asLoaded(project, change),
      data: {
        status: "bureau_review",
        districtOpinion: input.opinion,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "change_request", id: change.id };
    await handOver(context, project, subject, {
      kind: "absorption.decide_change",
      holderRole: "bureau_officer",
      within: "limit_change_decision",
      params: { kind: change.kind },
    });
    return {
      data: { changeId: change.id, version: change.version + 1 },
      event: childEvent(project, subject, {
        params: { kind: change.kind, verdict: input.verdict },
        reason: input.opinion,
      }),
    };
  },
});
