import { expectOne } from "@/lib/kernel/errors";
import { childEvent } from "@/lib/project/command";
import { cancelDuties } from "@/lib/project/duties";
import { findPayment } from "../load-child";
import { holdPaymentInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The bureau stops money on its way, with its reason. */
export const holdPayment = defineStep({
  name: "absorption.hold-payment",
  input: holdPaymentInput,
  find: findPayment,
  run: async ({ tx, now }, project, payment, input) => {
    const result = await tx.payment.updateMany({
      where: asLoaded(project, payment),
      data: { status: "held", heldReason: input.reason, version: { increment: 1 } },
    });
    expectOne(result);
    await cancelDuties(tx, { projectId: project.id, subjectId: payment.id }, now);
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
