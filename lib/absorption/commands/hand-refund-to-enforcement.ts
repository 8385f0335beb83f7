import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { handOver } from "../desk";
import { findRefund } from "../load-child";
import { handRefundToEnforcementInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau hands an overdue refund to enforcement; for Kehe it is settled with that. */
export const handRefundToEnforcement = defineStep({
  name: "absorption.hand-refund-to-enforcement",
  input: handRefundToEnforcementInput,
  find: findRefund,
  rule: (_project, refund, _input, now) => {
    if (refund.dueAt === null || refund.dueAt >= now) throw conflict("refund_not_overdue");
  },
  run: async (context, project, refund, input) => {
    const { tx, actor, now } = context;
    const result = await tx.refund.updateMany({
      where: asLoaded(project, refund),
      data: {
        status: "enforced",
        note: input.note,
        settledAt: now,
        settledById: actor.userId,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    const subject = { type: "refund", id: refund.id };
    await handOver(context, project, subject, null);
    return {
      data: { refundId: refund.id, version: refund.version + 1 },
      event: childEvent(project, subject, {
        params: { outstanding: refund.amount.minus(refund.paidAmount).toFixed(2) },
        reason: input.note,
      }),
    };
  },
});
