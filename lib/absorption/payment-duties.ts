import type { CommandContext } from "@/lib/kernel/command";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";

interface PaymentFacts {
  id: string;
  amount: { toFixed: (places: number) => string };
}

/** Where a payment waits, and who must act: the district passes on, the unit confirms. */
export async function openPaymentDuty(
  { tx, now }: Pick<CommandContext, "tx" | "now">,
  project: ProjectRecord,
  payment: PaymentFacts,
  hop: "issued" | "at_district_finance",
  dueAt: Date,
): Promise<void> {
  await openDuty(tx, project, {
    kind: hop === "issued" ? "absorption.pass_on_payment" : "absorption.confirm_receipt",
    subject: { type: "payment", id: payment.id },
    holderRole: hop === "issued" ? "district_officer" : "unit_admin",
    since: now,
    dueAt,
    params: { amount: payment.amount.toFixed(2) },
  });
}
