import type { RecordPart } from "./record-part";

const byId = { id: "asc" } as const;

/** Acceptance, every round of evaluation with its lines and what was frozen, and what came after. */
export const evaluationParts: readonly RecordPart[] = [
  {
    name: "acceptance",
    tables: ["acceptance"],
    read: ({ tx, projectId }) => tx.acceptance.findMany({ where: { projectId } }),
  },
  {
    name: "evaluations",
    tables: ["evaluation", "evaluation_line", "evaluation_proof"],
    read: ({ tx, projectId }) =>
      tx.evaluation.findMany({
        where: { projectId },
        orderBy: { round: "asc" },
        include: {
          evaluationLines: {
            orderBy: { position: "asc" },
            include: { proofs: { orderBy: byId } },
          },
        },
      }),
  },
  {
    name: "surveys",
    tables: ["survey_invitation"],
    // Answers were given without a name; the address and the link stay out.
    read: ({ tx, projectId }) =>
      tx.surveyInvitation.findMany({
        where: { projectId },
        orderBy: byId,
        omit: { recipientEnc: true, tokenHash: true },
      }),
  },
  {
    name: "outcomes",
    tables: ["outcome", "consequence", "carrier_contribution"],
    read: async ({ tx, projectId }) => ({
      outcomes: await tx.outcome.findMany({ where: { projectId }, orderBy: byId }),
      consequences: await tx.consequence.findMany({ where: { projectId }, orderBy: byId }),
      contributions: await tx.carrierContribution.findMany({ where: { projectId }, orderBy: byId }),
    }),
  },
];
