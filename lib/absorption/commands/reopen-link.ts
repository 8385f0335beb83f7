import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { cancelDuties } from "@/lib/project/duties";
import { dropClaims } from "../incentives/drop-claims";
import { openLinkDuty } from "../ledger-duties";
import { findLink } from "../load-link";
import { reopenLinkInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau reopens a closed link with its reason; later links of the technology must not stand on it. */
export const reopenLink = defineStep({
  name: "absorption.reopen-link",
  input: reopenLinkInput,
  find: findLink,
  rule: (_project, link) => {
    const later = link.siblings.some(
      ({ position, status }) =>
        position > link.position && (status === "closed" || status === "submitted"),
    );
    if (later) throw conflict("later_link_closed");
  },
  run: async (context, project, link, input) => {
    const { tx, now } = context;
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: {
        status: "open",
        actualTo: null,
        confirmedCost: null,
        confirmedById: null,
        confirmedByName: null,
        confirmedAt: null,
        returnedReason: input.reason,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const later = link.siblings.filter(({ position }) => position > link.position);
    const waiting = { kind: "absorption.prove_link", projectId: project.id };
    await cancelDuties(tx, { ...waiting, subjectId: { in: later.map(({ id }) => id) } }, now);
    await dropClaims(context, { projectId: project.id, ledgerLinkId: link.id }, "link_reopened");
    await openLinkDuty(context, project, link, true);
    return {
      data: { linkId: link.id, version: link.version + 1 },
      event: childEvent(
        project,
        { type: "ledger_link", id: link.id },
        {
          params: { technology: link.technologyName, link: link.link },
          reason: input.reason,
        },
      ),
    };
  },
});
