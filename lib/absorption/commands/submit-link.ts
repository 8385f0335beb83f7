import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../desk";
import { findLink } from "../load-link";
import { linkRefusal } from "../rules";
import { linkInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The unit asks to close a link: former links closed, every criterion proven and met. */
export const submitLink = defineStep({
  name: "absorption.submit-link",
  input: linkInput,
  find: findLink,
  rule: (_project, link) => {
    const refusal = linkRefusal(link.facts);
    if (refusal) throw refusal;
  },
  run: async (context, project, link) => {
    const { tx, actor, now } = context;
    const result = await tx.ledgerLink.updateMany({
      where: asLoaded(project, link),
      data: {
        status: "submitted",
        submittedById: actor.userId,
        submittedAt: now,
        returnedReason: null,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const params = { technology: link.technologyName, link: link.link };
    const subject = { type: "ledger_link", id: link.id };
    await handOver(context, project, subject, {
      kind: "absorption.confirm_link",
      holderRole: "district_officer",
      within: "limit_link_confirmation",
      params,
    });
    return {
      data: { linkId: link.id, version: link.version + 1 },
      event: childEvent(project, subject, { params }),
    };
  },
});
