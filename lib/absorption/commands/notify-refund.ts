import { expectOne } from "@/lib/kernel/errors";
import { addDays, endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import { childEvent } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import { loadNumbers } from "@/lib/reference/settings";
import { numberOf } from "../dates";
import { settleSubject } from "../desk";
import { findRefund } from "../load-child";
import { notifyRefundInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau tells the unit what to pay back and until when. */
export const notifyRefund = defineStep({
  name: "absorption.notify-refund",
  input: notifyRefundInput,
  find: findRefund,
  run: async (context, project, refund, input) => {
    const { tx, now } = context;
    const days = numberOf(await loadNumbers(tx, now), "limit_refund");
    const dueAt = endOfShanghaiDay(shanghaiDate(addDays(now, days)));
    const result = await tx.refund.updateMany({
      where: asLoaded(project, refund),
      data: { status: "notified", notifiedAt: now, dueAt, version: { increment: 1 } },
    });
    expectOne(result);
    const subject = { type: "refund", id: refund.id };
    const params = { amount: refund.amount.toFixed(2) };
    await settleSubject(context, project, subject);
    await openDuty(tx, project, {
      kind: "absorption.pay_refund",
      subject,
      holderRole: "unit_admin",
      since: now,
      dueAt,
      params,
    });
    await openDuty(tx, project, {
      kind: "absorption.settle_refund",
      subject,
      holderRole: "bureau_officer",
      since: now,
      dueAt,
      params,
    });
    return {
      data: { refundId: refund.id, version: refund.version + 1 },
      event: childEvent(project, subject, {
        params: { ...params, documentNumber: input.documentNumber },
      }),
    };
  },
});
