import type { RecordPart } from "./record-part";

/** The project itself, who is in it, and every version of what was applied for. */
export const applicationParts: readonly RecordPart[] = [
  {
    name: "project",
    tables: ["project_hand", "project_partner", "project_member", "funding_line"],
    read: ({ tx, projectId }) =>
      tx.project.findUnique({
        where: { id: projectId },
        omit: { searchText: true, searchGrams: true },
        include: {
          hands: { orderBy: { at: "asc" } },
          partners: { orderBy: { validFrom: "asc" } },
          members: { orderBy: { validFrom: "asc" } },
          fundingLines: { orderBy: { id: "asc" } },
        },
      }),
  },
  {
    name: "proposals",
    tables: ["proposal"],
    read: ({ tx, projectId }) =>
      tx.proposal.findMany({ where: { projectId }, orderBy: { version: "asc" } }),
  },
  {
    name: "forms",
    tables: [],
    // The questions that the answers of this project answer.
    read: ({ tx, projectId }) => {
      const some = { some: { projectId } };
      return tx.formVersion.findMany({
        where: {
          OR: [
            { proposals: some },
            { contracts: some },
            { changeRequests: some },
            { midTermChecks: some },
            { periodicReports: some },
            { acceptances: some },
          ],
        },
        orderBy: [{ code: "asc" }, { version: "asc" }],
      });
    },
  },
  {
    name: "opinions",
    tables: ["opinion"],
    read: ({ tx, projectId, veiled }) =>
      tx.opinion.findMany({
        where: { projectId, ...(veiled ? { byRole: { not: "expert" } } : {}) },
        orderBy: { at: "asc" },
      }),
  },
  {
    name: "return-notes",
    tables: ["return_note"],
    read: ({ tx, projectId }) =>
      tx.returnNote.findMany({ where: { projectId }, orderBy: { at: "asc" } }),
  },
  {
    name: "proxy-decisions",
    tables: ["proxy_decision"],
    read: async ({ tx, projectId, veiled }) =>
      veiled
        ? []
        : tx.proxyDecision.findMany({ where: { projectId }, orderBy: { recordedAt: "asc" } }),
  },
];
