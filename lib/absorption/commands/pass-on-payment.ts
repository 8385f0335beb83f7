import { directDistrictId } from "@/lib/access/roles";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { dueWithin, settleSubject } from "../desk";
import { findPayment } from "../load-child";
import { openPaymentDuty } from "../payment-duties";
import { passOnPaymentInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The district notes that the money has reached its finance office. */
export const passOnPayment = defineStep({
  name: "absorption.pass-on-payment",
  input: passOnPaymentInput,
  find: findPayment,
  rule: (project) => {
    if (project.districtId === directDistrictId) throw conflict("direct_unit_no_district_hop");
  },
  run: async (context, project, payment) => {
    const { tx, now } = context;
    const result = await tx.payment.updateMany({
      where: asLoaded(project, payment),
      data: { status: "at_district_finance", atDistrictFinanceAt: now, version: { increment: 1 } },
    });
    expectOne(result);
    const subject = { type: "payment", id: payment.id };
    await settleSubject(context, project, subject);
    const dueAt = await dueWithin(tx, now, "limit_payment_hop");
    await openPaymentDuty(context, project, payment, "at_district_finance", dueAt);
    return {
      data: { paymentId: payment.id, version: payment.version + 1 },
      event: childEvent(project, subject, { params: { amount: payment.amount.toFixed(2) } }),
    };
  },
});
