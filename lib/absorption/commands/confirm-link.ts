import { expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { childEvent } from "@/lib/project/command";
import { storedDay } from "../dates";
import { handOver } from "../desk";
import { openFollowingLinkDuty } from "../ledger-duties";
import { findLink } from "../load-link";
import { confirmProvingRecords } from "../records/confirm-proving";
import { linkRefusal } from "../rules";
import { confirmLinkInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district confirms that the evidence is authentic: the link closes on its actual date. */
export const confirmLink = defineStep({
  name: "absorption.confirm-link",
  input: confirmLinkInput,
  find: findLink,
  rule: (project, link, input, now) => {
    const refusal = linkRefusal(link.facts);
    if (refusal) throw refusal;
    if (input.closedOn > shanghaiDate(now)) throw invalidField("closedOn", "in_the_future");
    const begun = link.actualFrom ?? project.startsOn;
    if (begun !== null && input.closedOn < dayText(begun)) {
      throw invalidField("closedOn", "before_begin");
    }
  },
  run: async (context, project, link, input) => {
    const { tx, actor, now } = context;
    const reviewer = {
      reviewedById: actor.userId,
      reviewedByName: actor.name,
      reviewedAt: now,
    };
    await tx.evidence.updateMany({
      where: { ledgerLinkId: link.id, projectId: project.id, status: "submitted" },
      data: { status: "confirmed", ...reviewer },
    });
    await confirmProvingRecords(context, project, link.evidence);
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: {
        status: "closed",
        actualTo: storedDay(input.closedOn),
        confirmedCost: link.cost,
        confirmedById: actor.userId,
        confirmedByName: actor.name,
        confirmedAt: now,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "ledger_link", id: link.id };
    await handOver(context, project, subject, null);
    await openFollowingLinkDuty(context, project, link);
    return {
      data: { linkId: link.id, version: link.version + 1 },
      event: childEvent(project, subject, {
        params: { technology: link.technologyName, link: link.link, closedOn: input.closedOn },
        fileHashes: link.evidence.flatMap((piece) => piece.file?.sha256 ?? []),
      }),
    };
  },
});
