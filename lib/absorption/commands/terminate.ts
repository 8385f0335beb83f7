import { invalidField } from "@/lib/kernel/errors";
import { compareYuan } from "@/lib/kernel/money";
import { defineTransition } from "@/lib/project/command";
import { attach } from "../attach";
import { closeDown, grantReceived, openRefund } from "../close-down";
import { terminateInput } from "../schema";

/** T23: the manager ends a project on its final accounts; what must come back follows from the basis. */
export const terminate = defineTransition({
  name: "absorption.terminate",
  transition: "T23",
  input: terminateInput,
  rule: (_project, input) => {
    if (compareYuan(input.irregularSpending, input.grantSpent) > 0) {
      throw invalidField("irregularSpending", "over_grant_spent");
    }
    if (input.basis === "objective" && compareYuan(input.irregularSpending, "0") > 0) {
      throw invalidField("basis", "irregular_is_fault");
    }
  },
  run: async (context, project, input) => {
    const { basis, grantSpent, irregularSpending } = input;
    const received = await grantReceived(context, project, input.grantReceived);
    if (compareYuan(grantSpent, received) > 0) {
      throw invalidField("grantSpent", "over_grant_received");
    }
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    await closeDown(context, project);
    const accounts = { grantReceived: received, grantSpent, irregularSpending };
    const refund = await openRefund(context, project, { cause: "termination", basis, accounts });
    return {
      reason: input.reason,
      params: {
        initiative: input.initiative,
        basis,
        ...accounts,
        refund: refund?.amount ?? "0.00",
      },
      fileHashes,
    };
  },
});
