import { invalidField } from "@/lib/kernel/errors";
import { compareYuan } from "@/lib/kernel/money";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { defineTransition } from "@/lib/project/command";
import { attach } from "../attach";
import { checkAccounts, closeDown, grantReceived } from "../close-down";
import { recordHearing } from "../hearing";
import { openRefund } from "../refund";
import { terminateInput } from "../schema";

/** T23: the manager ends a project on its final accounts; what must come back follows from the basis. */
export const terminate = defineTransition({
  name: "absorption.terminate",
  transition: "T23",
  input: terminateInput,
  rule: (_project, input, now) => {
    checkAccounts(input);
    if (input.initiative === "ex_officio") checkHearing(input, now);
  },
  run: async (context, project, input) => {
    const { basis, grantSpent, irregularSpending } = input;
    const received = await grantReceived(context, project, input.grantReceived);
    if (compareYuan(grantSpent, received) > 0) {
      throw invalidField("grantSpent", "over_grant_received");
    }
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    if (input.unitHeardOn && input.unitStatement) {
      await recordHearing(context, project, {
        kind: "termination_finding",
        verdict: basis,
        text: input.reason,
        unitHeardOn: input.unitHeardOn,
        unitStatement: input.unitStatement,
      });
    }
    await closeDown(context, project);
    const accounts = { grantReceived: received, grantSpent, irregularSpending };
    const refund = await openRefund(context, project, { cause: "termination", basis, accounts });
    return {
      reason: input.reason,
      params: {
        initiative: input.initiative,
        basis,
        ...accounts,
        ...(input.unitHeardOn ? { unitHeardOn: input.unitHeardOn } : {}),
        refund: refund.amount,
      },
      fileHashes,
    };
  },
});

type Hearing = { unitHeardOn?: string | null; unitStatement?: string | null };

/** Nobody is ended by the office unheard: the day and the unit's statement go on record. */
function checkHearing({ unitHeardOn, unitStatement }: Hearing, now: Date): void {
  if (!unitHeardOn) throw invalidField("unitHeardOn", "required");
  if (unitHeardOn > shanghaiDate(now)) throw invalidField("unitHeardOn", "in_the_future");
  if (!unitStatement) throw invalidField("unitStatement", "required");
}
