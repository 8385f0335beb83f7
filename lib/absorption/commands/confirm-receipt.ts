import { directDistrictId } from "@/lib/access/roles";
import { conflict, expectOne, invalidField } from "@/lib/kernel/errors";
import { shanghaiDate, startOfShanghaiDay } from "@/lib/kernel/working-days";
import { childEvent } from "@/lib/project/command";
import { attachOne } from "../attach";
import { handOver } from "../desk";
import { findPayment } from "../load-child";
import { refundLateReceipt } from "../refund";
import { confirmReceiptInput } from "../schema";
import { asLoaded, defineStep } from "../step";

/** The unit confirms that the money is on its account, with the day and the voucher. */
export const confirmReceipt = defineStep({
  name: "absorption.confirm-receipt",
  input: confirmReceiptInput,
  find: findPayment,
  rule: (project, payment, input, now) => {
    if (payment.status === "issued" && project.districtId !== directDistrictId) {
      throw conflict("payment_not_passed_on");
    }
    if (input.receivedOn > shanghaiDate(now)) throw invalidField("receivedOn", "in_the_future");
    if (input.receivedOn < shanghaiDate(payment.issuedAt)) {
      throw invalidField("receivedOn", "before_issue");
    }
  },
  run: async (context, project, payment, input) => {
    const { tx, actor } = context;
    const subject = { type: "payment", id: payment.id };
    const hash = await attachOne(context, project, subject, input.fileId, "receipt");
    const result = await tx.payment.updateMany({
      where: asLoaded(project, payment),
      data: {
        status: "received",
        receivedAt: startOfShanghaiDay(input.receivedOn),
        receivedById: actor.userId,
        version: { increment: 1 },
      },
    });
    expectOne(result);
    if (payment.trancheId) {
      await tx.tranche.updateMany({
        where: { id: payment.trancheId, projectId: project.id },
        data: { status: "received", version: { increment: 1 } },
      });
    }
    if (payment.incentiveClaimId) {
      await tx.incentiveClaim.updateMany({
        where: { id: payment.incentiveClaimId, projectId: project.id, status: "issued" },
        data: { status: "paid", version: { increment: 1 } },
      });
    }
    await handOver(context, project, subject, null);
    if (project.state === "terminated" || project.state === "revoked") {
      await refundLateReceipt(context, project, payment.amount.toFixed(2));
    }
    return {
      data: { paymentId: payment.id, version: payment.version + 1 },
      event: childEvent(project, subject, {
        params: { amount: payment.amount.toFixed(2), receivedOn: input.receivedOn },
        fileHashes: hash === null ? [] : [hash],
      }),
    };
  },
});
