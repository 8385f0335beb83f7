import type { PartRequest, RecordPart } from "./record-part";

/** Panels with every seat and score, notices, objections, and the contract's versions. */
export const approvalParts: readonly RecordPart[] = [
  { name: "panels", tables: ["panel", "assignment"], read: panels },
  {
    name: "public-notices",
    tables: ["public_notice"],
    read: ({ tx, projectId }) =>
      tx.publicNotice.findMany({ where: { projectId }, orderBy: { id: "asc" } }),
  },
  {
    name: "objections",
    tables: ["objection"],
    // Who objected stays secret (domain.md §1.5).
    read: ({ tx, projectId }) =>
      tx.objection.findMany({
        where: { projectId },
        orderBy: { filedAt: "asc" },
        omit: { filerNameEnc: true, filerPhoneEnc: true, filerUnit: true },
      }),
  },
  {
    name: "contracts",
    tables: ["contract", "signature"],
    read: ({ tx, projectId }) =>
      tx.contract.findMany({
        where: { projectId },
        orderBy: { version: "asc" },
        include: { signatures: { orderBy: { at: "asc" } } },
      }),
  },
];

/** Before the decision the auditor reads scores and verdicts without a name (domain.md §1.2). */
async function panels({ tx, projectId, veiled }: PartRequest) {
  const rows = await tx.panel.findMany({
    where: { projectId },
    orderBy: [{ purpose: "desc" }, { round: "asc" }],
    include: { assignments: { orderBy: { seat: "asc" } } },
  });
  if (!veiled) return rows;
  return rows.map(({ draw: _draw, assignments, ...panel }) => ({
    ...panel,
    assignments: assignments.map(({ seat, status, submittedAt, total, verdict }) => ({
      seat,
      status,
      submittedAt,
      total,
      verdict,
    })),
  }));
}
