import { personOf } from "@/lib/access/actor";
import { directDistrictId } from "@/lib/access/roles";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { newId } from "@/lib/kernel/ids";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import { dueWithin } from "./desk";
import { openPaymentDuty } from "./payment-duties";

/** What is paid, for which tranche or claim; the amount in yuan. */
interface Order {
  amount: Prisma.Decimal;
  documentNumber: string;
  source:
    | { purpose: "grant"; trancheId: string }
    | { purpose: "incentive"; incentiveClaimId: string };
}

/**
 * The bureau's money leaves: for the district's finance, or for a direct unit at once to where it
 * confirms the receipt (domain.md §1.5). Returns the payment's id.
 */
export async function sendPayment(
  context: Pick<CommandContext, "tx" | "actor" | "now">,
  project: ProjectRecord,
  { amount, documentNumber, source }: Order,
): Promise<string> {
  const { tx, actor, now } = context;
  const id = newId();
  await tx.payment.create({
    data: {
      id,
      ...guardedBy(project),
      ...source,
      amount,
      originalAmount: amount,
      documentNumber,
      issuedAt: now,
      issuedById: personOf(actor),
    },
    select: { id: true },
  });
  const hop = project.districtId === directDistrictId ? "at_district_finance" : "issued";
  const dueAt = await dueWithin(tx, now, "limit_payment_hop");
  await openPaymentDuty(context, project, { id, amount }, hop, dueAt);
  return id;
}
