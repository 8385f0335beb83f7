import { directDistrictId } from "@/lib/access/roles";
import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { dueWithin } from "../desk";
import { findPayment } from "../load-child";
import { openPaymentDuty } from "../payment-duties";
import { releasePaymentInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau lets held money go on from where it was stopped. */
export const releasePayment = defineStep({
  name: "absorption.release-payment",
  input: releasePaymentInput,
  find: findPayment,
  run: async (context, project, payment, input) => {
    const { tx, now } = context;
    const status = payment.atDistrictFinanceAt === null ? "issued" : "at_district_finance";
    const result = await tx.payment.updateMany({
      where: asLoaded(project, payment),
      data: { status, heldReason: null, version: { increment: 1 } },
    });
    expectOne(result);
    const hop = project.districtId === directDistrictId ? "at_district_finance" : status;
    const dueAt = await dueWithin(tx, now, "limit_payment_hop");
    await openPaymentDuty(context, project, payment, hop, dueAt);
    return {
      data: { paymentId: payment.id, version: payment.version + 1 },
      event: childEvent(
        project,
        { type: "payment", id: payment.id },
        { params: { amount: payment.amount.toFixed(2) }, reason: input.reason },
      ),
    };
  },
});
