import { expectOne, notFound } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { settleSubject } from "../desk";
import { openLinkDuty } from "../ledger-duties";
import { findLink } from "../load-link";
import { returnLinkInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district sends a link back with its reason; named pieces of evidence no longer prove anything. */
export const returnLink = defineStep({
  name: "absorption.return-link",
  input: returnLinkInput,
  find: findLink,
  rule: (_project, link, input) => {
    const known = new Set(link.evidence.map((piece) => piece.id));
    if (input.evidenceIds?.some((id) => !known.has(id))) throw notFound();
  },
  run: async (context, project, link, input) => {
    const { tx, actor, now } = context;
    await tx.evidence.updateMany({
      where: { id: { in: input.evidenceIds ?? [] }, ledgerLinkId: link.id, projectId: project.id },
      data: {
        status: "returned",
        reason: input.reason,
        reviewedById: actor.userId,
        reviewedByName: actor.name,
        reviewedAt: now,
      },
    });
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: { status: "returned", returnedReason: input.reason, version: { increment: 1 } },
    });
    expectOne(result);
    const subject = { type: "ledger_link", id: link.id };
    await settleSubject(context, project, subject);
    await openLinkDuty(context, project, link, true);
    return {
      data: { linkId: link.id, version: link.version + 1 },
      event: childEvent(project, subject, {
        params: { technology: link.technologyName, link: link.link },
        reason: input.reason,
      }),
    };
  },
});
