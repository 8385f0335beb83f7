import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { settleSubject } from "../desk";
import { gateFacts } from "../gates";
import { gateRefusal } from "../rules";
import { issuePaymentInput } from "../schema";
import { sendPayment } from "../send-payment";
import { asLoaded, defineStep } from "../step";

/** The bureau issues a tranche: the money leaves for the district's finance, or for a direct unit. */
export const issuePayment = defineStep({
  name: "absorption.issue-payment",
  input: issuePaymentInput,
  find: (tx, project, input) =>
    tx.tranche.findFirst({
      where: { id: input.trancheId, projectId: project.id },
      select: {
        id: true,
        seq: true,
        amount: true,
        gate: true,
        retention: true,
        status: true,
        version: true,
      },
    }),
  run: async (context, project, tranche, input) => {
    const { tx } = context;
    const gate = gateRefusal(tranche, await gateFacts(tx, project));
    if (gate) throw conflict(gate);
    const issued = await tx.payment.aggregate({
      where: { projectId: project.id, purpose: "grant" },
      _sum: { amount: true },
    });
    const total = tranche.amount.plus(issued._sum.amount ?? 0);
    if (total.gt(project.grantAmount)) throw conflict("over_grant");
    const result = await tx.tranche.updateMany({
      where: asLoaded(project, tranche),
      data: { status: "issued", version: { increment: 1 } },
    });
    expectOne(result);
    await settleSubject(context, project, { type: "tranche", id: tranche.id });
    const id = await sendPayment(context, project, {
      amount: tranche.amount,
      documentNumber: input.documentNumber,
      source: { purpose: "grant", trancheId: tranche.id },
    });
    return {
      data: { paymentId: id, version: 1 },
      event: childEvent(
        project,
        { type: "payment", id },
        {
          params: {
            seq: tranche.seq,
            amount: tranche.amount.toFixed(2),
            documentNumber: input.documentNumber,
          },
        },
      ),
    };
  },
});
