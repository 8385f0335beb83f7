import { expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent } from "@/lib/project/command";
import { attachOne } from "../attach";
import { settleSubject } from "../desk";
import { findRefund } from "../load-child";
import { recordRefundPaymentInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau records money that came back; the refund is settled when all of it has. */
export const recordRefundPayment = defineStep({
  name: "absorption.record-refund-payment",
  input: recordRefundPaymentInput,
  find: findRefund,
  rule: (_project, refund, input, now) => {
    if (input.paidOn > shanghaiDate(now)) throw invalidField("paidOn", "in_the_future");
    if (Number(input.amount) === 0) throw invalidField("amount", "nothing_paid");
    if (refund.paidAmount.plus(input.amount).gt(refund.amount)) {
      throw invalidField("amount", "over_refund");
    }
  },
  run: async (context, project, refund, input) => {
    const { tx, actor, now } = context;
    const paidAmount = refund.paidAmount.plus(input.amount);
    const settled = paidAmount.equals(refund.amount);
    const subject = { type: "refund", id: refund.id };
    const hash = await attachOne(context, project, subject, input.fileId, "D33");
    const result = await tx.refund.updateMany({
      where: asLoaded(project, refund),
      data: {
        paidAmount,
        ...(settled ? { status: "paid", settledAt: now, settledById: actor.userId } : {}),
        version: { increment: 1 },
      },
    });
    expectOne(result);
    if (settled) await settleSubject(context, project, subject);
    return {
      data: { refundId: refund.id, version: refund.version + 1, settled },
      event: childEvent(project, subject, {
        params: { amount: input.amount, paidOn: input.paidOn, settled },
        fileHashes: hash === null ? [] : [hash],
      }),
    };
  },
});
