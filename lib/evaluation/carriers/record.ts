import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";

/** Locks and loads a carrier; null when there is none. */
export async function lockCarrier(tx: Tx, id: string) {
  await tx.$queryRaw`select id from carrier where id = ${id}::uuid for update`;
  return tx.carrier.findUnique({ where: { id }, select: { id: true, name: true } });
}

const contributionSelect = {
  id: true,
  kind: true,
  year: true,
  title: true,
  projectId: true,
  recordedById: true,
  confirmedAt: true,
  version: true,
  carrier: { select: { id: true, name: true } },
} as const satisfies Prisma.CarrierContributionSelect;

/** Locks and loads a contribution with its carrier; null when there is none. */
export async function lockContribution(tx: Tx, id: string) {
  await tx.$queryRaw`select id from carrier_contribution where id = ${id}::uuid for update`;
  return tx.carrierContribution.findUnique({ where: { id }, select: contributionSelect });
}

type Contribution = NonNullable<Awaited<ReturnType<typeof lockContribution>>>;

/** What is confirmed stands (409); somebody may have been faster. */
export function requireOpen(row: Contribution, version: number): void {
  if (row.confirmedAt !== null) throw conflict("contribution_confirmed");
  if (row.version !== version) throw conflict("version_conflict", { version: row.version });
}
