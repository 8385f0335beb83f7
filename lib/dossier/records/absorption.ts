import type { RecordPart } from "./record-part";

const byId = { id: "asc" } as const;

/** The promise's versions, the ledger with its evidence, reports, changes and money. */
export const absorptionParts: readonly RecordPart[] = [
  {
    name: "baselines",
    tables: ["baseline", "target"],
    read: ({ tx, projectId }) =>
      tx.baseline.findMany({
        where: { projectId },
        orderBy: { version: "asc" },
        include: { targets: { orderBy: { position: "asc" } } },
      }),
  },
  {
    name: "ledger",
    tables: ["technology", "technology_reading", "ledger_link", "ledger_figure", "evidence"],
    read: async ({ tx, projectId }) => ({
      technologies: await tx.technology.findMany({ where: { projectId }, orderBy: byId }),
      readings: await tx.technologyReading.findMany({ where: { projectId }, orderBy: byId }),
      links: await tx.ledgerLink.findMany({ where: { projectId }, orderBy: byId }),
      figures: await tx.ledgerFigure.findMany({ where: { projectId }, orderBy: byId }),
      evidence: await tx.evidence.findMany({ where: { projectId }, orderBy: byId }),
    }),
  },
  {
    name: "achievements",
    tables: ["milestone", "ip_right", "trained_person", "contract_registration"],
    read: async ({ tx, projectId }) => ({
      milestones: await tx.milestone.findMany({ where: { projectId }, orderBy: byId }),
      rights: await tx.ipRight.findMany({ where: { projectId }, orderBy: byId }),
      trainedPeople: await tx.trainedPerson.findMany({ where: { projectId }, orderBy: byId }),
      contractRegistrations: await tx.contractRegistration.findMany({
        where: { projectId },
        orderBy: byId,
      }),
    }),
  },
  {
    name: "reports",
    tables: ["periodic_report", "mid_term_check", "merit_opinion", "warning"],
    read: async ({ tx, projectId, veiled }) => ({
      reports: await tx.periodicReport.findMany({ where: { projectId }, orderBy: byId }),
      midTermChecks: await tx.midTermCheck.findMany({ where: { projectId }, orderBy: byId }),
      meritOpinions: veiled
        ? []
        : await tx.meritOpinion.findMany({ where: { projectId }, orderBy: byId }),
      warnings: await tx.warning.findMany({ where: { projectId }, orderBy: byId }),
    }),
  },
  {
    name: "changes",
    tables: ["change_request"],
    read: ({ tx, projectId }) => tx.changeRequest.findMany({ where: { projectId }, orderBy: byId }),
  },
  {
    name: "money",
    tables: ["tranche", "payment", "refund", "incentive_claim"],
    read: async ({ tx, projectId }) => ({
      tranches: await tx.tranche.findMany({ where: { projectId }, orderBy: byId }),
      payments: await tx.payment.findMany({ where: { projectId }, orderBy: byId }),
      refunds: await tx.refund.findMany({ where: { projectId }, orderBy: byId }),
      incentiveClaims: await tx.incentiveClaim.findMany({ where: { projectId }, orderBy: byId }),
    }),
  },
];
