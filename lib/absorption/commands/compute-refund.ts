import { conflict, invalidField } from "@/lib/kernel/errors";
import { compareYuan } from "@/lib/kernel/money";
import { childEvent, defineProjectCommand } from "@/lib/project/command";
import { settleDuties } from "@/lib/project/duties";
import { attach } from "../attach";
import { checkAccounts, grantReceived } from "../close-down";
import { openRefund } from "../refund";
import { mayOweRefund } from "../rules";
import { computeRefundInput } from "../schema";
import { stepRow } from "../steps";

const step = stepRow("absorption.compute-refund");

/** The bureau computes what must come back where no step did: closed as overdue, or acceptance failed or concluded. Nothing to return is an answer too. */
export const computeRefund = defineProjectCommand({
  name: "absorption.compute-refund",
  input: computeRefundInput,
  roles: step.roles,
  states: step.states,
  rule: (project, input) => {
    if (!mayOweRefund(project)) throw conflict("refund_not_owed");
    checkAccounts(input);
  },
  run: async (context, project, input) => {
    const { basis, grantSpent, irregularSpending } = input;
    const earlier = await context.tx.refund.count({ where: { projectId: project.id } });
    if (earlier > 0) throw conflict("refund_already_computed");
    const received = await grantReceived(context, project, input.grantReceived);
    if (compareYuan(grantSpent, received) > 0) {
      throw invalidField("grantSpent", "over_grant_received");
    }
    const accounts = { grantReceived: received, grantSpent, irregularSpending };
    const cause = project.state === "terminated" ? "termination" : "acceptance";
    const subject = { type: "project", id: project.id };
    const fileHashes = await attach(context, project, subject, input.documents);
    const refund = await openRefund(context, project, { cause, basis, accounts });
    const awaited = { projectId: project.id, kind: "consequences.compute-refund" };
    await settleDuties(context.tx, awaited, context);
    return {
      data: { refundId: refund.id, amount: refund.amount },
      event: childEvent(project, subject, {
        params: { basis, ...accounts, refund: refund.amount },
        fileHashes,
      }),
    };
  },
});
