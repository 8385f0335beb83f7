import { personOf } from "@/lib/access/actor";
import { meritExpert } from "@/lib/approval/merit-expert";
import { expectOne, invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent, guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { findLink } from "../load-link";
import { requestMeritOpinionInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau asks one expert about the technical merit of a link; the district's word is on authenticity only. */
export const requestMeritOpinion = defineStep({
  name: "absorption.request-merit-opinion",
  input: requestMeritOpinionInput,
  find: findLink,
  rule: (_project, _link, input, now) => {
    if (input.dueOn < shanghaiDate(now)) throw invalidField("dueOn", "in_the_past");
  },
  run: async (context, project, link, input) => {
    const { tx, actor, now } = context;
    const expert = await meritExpert(tx, project, input.expertId, now);
    const id = newId();
    const dueAt = endOfShanghaiDay(input.dueOn);
    await tx.meritOpinion.create({
      data: {
        id,
        ...guardedBy(project),
        ledgerLinkId: link.id,
        expertId: expert.id,
        expertName: expert.name,
        question: input.question,
        requestedById: personOf(actor),
        requestedByName: actor.name,
        requestedAt: now,
        dueAt,
      },
      select: { id: true },
    });
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: { version: { increment: 1 } },
    });
    expectOne(result);
    const subject = { type: "merit_opinion", id };
    const params = { technology: link.technologyName, link: link.link };
    await openDuty(tx, project, {
      kind: "absorption.merit_opinion",
      subject,
      holderRole: "expert",
      holderUserId: expert.id,
      since: now,
      dueAt,
      params,
    });
    return {
      data: { opinionId: id },
      event: childEvent(project, subject, { params, audience: "officials" }),
    };
  },
});
