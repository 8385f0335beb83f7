import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { settleSubject } from "../desk";
import { giveMeritOpinionInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The expert who was asked says what he thinks of a link's technical merit. */
export const giveMeritOpinion = defineStep({
  name: "absorption.give-merit-opinion",
  input: giveMeritOpinionInput,
  find: async (tx, project, input) => {
    const row = await tx.meritOpinion.findFirst({
      where: { id: input.opinionId, projectId: project.id },
      select: {
        id: true,
        status: true,
        expertId: true,
        version: true,
        ledgerLink: { select: { link: true, technology: { select: { name: true } } } },
      },
    });
    return row && { ...row, only: row.expertId };
  },
  run: async (context, project, opinion, input) => {
    const { tx, now } = context;
    const result = await tx.meritOpinion.updateMany({
      where: asLoaded(project, opinion),
      data: {
        status: "given",
        verdict: input.verdict,
        text: input.text,
        givenAt: now,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "merit_opinion", id: opinion.id };
    await settleSubject(context, project, subject);
    const { link, technology } = opinion.ledgerLink;
    return {
      data: { opinionId: opinion.id, version: opinion.version + 1 },
      event: childEvent(project, subject, {
        params: { technology: technology.name, link, verdict: input.verdict },
        audience: "officials",
      }),
    };
  },
});
