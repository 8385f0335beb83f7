import { invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { defineTransition } from "@/lib/project/command";
import { attach } from "../attach";
import { closeDown, grantReceived } from "../close-down";
import { recordHearing } from "../hearing";
import { openRefund } from "../refund";
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
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    await recordHearing(context, project, {
      kind: "revocation_finding",
      verdict: "proven",
      text: input.finding,
      unitHeardOn: input.unitHeardOn,
      unitStatement: input.unitStatement,
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
      params: { unitHeardOn: input.unitHeardOn, refund: refund.amount },
      fileHashes,
    };
  },
});
