import type { Tx } from "@/lib/db/client";
import type { ProjectRecord } from "@/lib/project/load";

/** An annual report of this project, with who confirmed it for the district as its hand. */
export async function findReport(tx: Tx, project: ProjectRecord, input: { reportId: string }) {
  const report = await tx.periodicReport.findFirst({
    where: { id: input.reportId, projectId: project.id, kind: "annual" },
    select: {
      id: true,
      period: true,
      status: true,
      dueAt: true,
      content: true,
      confirmedById: true,
      version: true,
    },
  });
  return report && { ...report, hands: handsOfReport(report) };
}

/** Who confirmed a report for the district may not also close it for the bureau (direct units). */
export const handsOfReport = ({ confirmedById }: { confirmedById: string | null }): string[] =>
  confirmedById === null ? [] : [confirmedById];

/** A payment of this project. */
export const findPayment = (tx: Tx, project: ProjectRecord, input: { paymentId: string }) =>
  tx.payment.findFirst({
    where: { id: input.paymentId, projectId: project.id },
    select: {
      id: true,
      status: true,
      amount: true,
      trancheId: true,
      incentiveClaimId: true,
      documentNumber: true,
      issuedAt: true,
      atDistrictFinanceAt: true,
      version: true,
    },
  });

/** A refund of this project. */
export const findRefund = (tx: Tx, project: ProjectRecord, input: { refundId: string }) =>
  tx.refund.findFirst({
    where: { id: input.refundId, projectId: project.id },
    select: {
      id: true,
      status: true,
      amount: true,
      paidAmount: true,
      dueAt: true,
      notifiedAt: true,
      version: true,
    },
  });

/** A mid-term check of this project. */
export const findMidTerm = (tx: Tx, project: ProjectRecord, input: { checkId: string }) =>
  tx.midTermCheck.findFirst({
    where: { id: input.checkId, projectId: project.id },
    select: { id: true, status: true, dueAt: true, content: true, version: true },
  });

/** A change request of this project, with those who asked for it or spoke on it as its hands. */
export async function findChange(tx: Tx, project: ProjectRecord, input: { changeId: string }) {
  const change = await tx.changeRequest.findFirst({
    where: { id: input.changeId, projectId: project.id },
    select: {
      id: true,
      kind: true,
      route: true,
      status: true,
      reason: true,
      payload: true,
      requestedById: true,
      version: true,
    },
  });
  if (change === null) return null;
  const spoke = await opinionGivers(tx, project.id, [change.id]);
  return { ...change, hands: [change.requestedById, ...(spoke.get(change.id) ?? [])] };
}

/** Who gave the district's opinion on each of these requests. */
export async function opinionGivers(
  tx: Tx,
  projectId: string,
  changeIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.opinion.findMany({
    where: { projectId, kind: "change_opinion" },
    select: { byId: true, details: true },
  });
  const givers = new Map<string, string[]>();
  for (const { byId, details } of rows) {
    const about = changeIds.find((id) => isAbout(details, id));
    if (about) givers.set(about, [...(givers.get(about) ?? []), byId]);
  }
  return givers;
}

function isAbout(details: unknown, changeId: string): boolean {
  return (
    details !== null &&
    typeof details === "object" &&
    "changeRequestId" in details &&
    details.changeRequestId === changeId
  );
}
