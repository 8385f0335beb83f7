import { invalidField } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { defineTransition, guardedBy } from "@/lib/project/command";
import { attach } from "../attach";
import { closeDown, grantReceived, openRefund } from "../close-down";
import { revokeInput } from "../schema";

/** T24: the manager revokes a project for a proven grave violation, the unit having been heard; all grant comes back. */
export const revoke = defineTransition({
  name: "absorption.revoke",
  transition: "T24",
  input: revokeInput,
  rule: (_project, input, now) => {
    if (input.unitHeardOn > shanghaiDate(now)) throw invalidField("unitHeardOn", "in_the_future");
  },
  run: async (context, project, input) => {
    const { tx, actor, as, now } = context;
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    await tx.opinion.create({
      data: {
        id: newId(),
        ...guardedBy(project),
        kind: "revocation_finding",
        verdict: "proven",
        text: input.finding,
        details: { unitHeardOn: input.unitHeardOn, unitStatement: input.unitStatement },
        byId: actor.userId ?? project.id,
        byName: actor.name,
        byRole: as,
        at: now,
      },
      select: { id: true },
    });
    await closeDown(context, project);
    const received = await grantReceived(context, project, input.grantReceived);
    const refund = await openRefund(context, project, {
      cause: "revocation",
      basis: "revocation",
      accounts: { grantReceived: received, grantSpent: "0", irregularSpending: "0" },
    });
    return {
      reason: input.finding,
      params: { unitHeardOn: input.unitHeardOn, refund: refund?.amount ?? "0.00" },
      fileHashes,
    };
  },
});
