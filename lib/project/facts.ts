import { isSettledRefund, mayOweRefund } from "@/lib/absorption/rules";
import { fewestSeats } from "@/lib/approval/rules";
import type { Tx } from "@/lib/db/client";
import type { AcceptanceFacts, PanelFacts, ProjectFacts } from "@/lib/lifecycle/facts";
import type { State } from "@/lib/lifecycle/states";
import { loadNumbers } from "@/lib/reference/settings";
import { callFacts, hasOpenBan } from "./call-facts";
import { openChangeStatuses } from "./change-status";
import type { ProjectRecord } from "./load";

const none: ProjectFacts = {
  windowOpen: false,
  creditCodeValid: false,
  openBan: false,
  limitInForce: false,
  unitLimitReached: false,
  districtQuotaReached: false,
  proposalGaps: [],
  reviewPanel: null,
  nextReviewPanel: null,
  unresolvedDuplicate: false,
  noticeEndsAt: null,
  openObjections: 0,
  upheldObjections: 0,
  missingSignatures: [],
  contractDrafted: false,
  signingReminders: 0,
  suspensionProposed: false,
  pendingChanges: 0,
  acceptance: null,
  unsettledRefunds: 0,
  refundUncomputed: false,
  evaluationAudited: false,
  openTrackingReports: 0,
};

type Loader = (tx: Tx, project: ProjectRecord, now: Date) => Promise<Partial<ProjectFacts>>;

/** Which facts the guards of each state ask; states without guards load nothing. */
const loaders: Partial<Record<State, Loader>> = {
  draft: callFacts,
  returned: callFacts,
  district_review: callFacts,
  formal_review: panelFacts,
  expert_review: panelFacts,
  decision: async (tx, project, now) => ({
    ...(await panelFacts(tx, project, now)),
    ...(await callFacts(tx, project, now)),
  }),
  publicity: noticeFacts,
  contracting: contractFacts,
  active: async (tx, project) => ({
    pendingChanges: await pendingChanges(tx, project.id),
    suspensionProposed: await suspensionProposed(tx, project),
  }),
  acceptance_filing: acceptanceFacts,
  acceptance_review: acceptanceFacts,
  rectification: acceptanceFacts,
  evaluation: async (tx, project) => ({
    evaluationAudited: await evaluationAudited(tx, project.id),
    ...(await refundFacts(tx, project)),
  }),
  tracking: async (tx, project) => ({
    openTrackingReports: await tx.periodicReport.count({
      where: { projectId: project.id, kind: "tracking", status: { not: "closed" } },
    }),
  }),
  terminated: refundFacts,
  revoked: refundFacts,
};

/** Loads what the guards of the project's present state ask. */
export async function loadFacts(tx: Tx, project: ProjectRecord, now: Date): Promise<ProjectFacts> {
  const loader = loaders[project.state];
  return loader ? { ...none, ...(await loader(tx, project, now)) } : none;
}

async function panelFacts(
  tx: Tx,
  project: ProjectRecord,
  now: Date,
): Promise<Partial<ProjectFacts>> {
  const panels = await tx.panel.findMany({
    where: { projectId: project.id, purpose: "review" },
    orderBy: { round: "desc" },
    take: 1,
    select: {
      round: true,
      route: true,
      closedAt: true,
      conflictsClearedAt: true,
      assignments: { select: { status: true, expertName: true } },
    },
  });
  const latest = panels[0];
  if (!latest) return {};
  const facts = toPanelFacts(latest, await loadNumbers(tx, now));
  if (project.state !== "decision") return { reviewPanel: facts };
  return latest.closedAt === null ? { nextReviewPanel: facts } : { reviewPanel: facts };
}

interface PanelRow {
  round: number;
  route: string;
  conflictsClearedAt: Date | null;
  assignments: { status: string; expertName: string }[];
}

function toPanelFacts(panel: PanelRow, numbers: ReadonlyMap<string, number>): PanelFacts {
  const seated = panel.assignments.filter((seat) =>
    ["invited", "accepted", "submitted"].includes(seat.status),
  );
  return {
    round: panel.round,
    seats: seated.length,
    conflictsCleared: panel.conflictsClearedAt !== null,
    submitted: seated.filter((seat) => seat.status === "submitted").length,
    outstanding: seated
      .filter((seat) => seat.status !== "submitted")
      .map((seat) => seat.expertName),
    quorum: fewestSeats(panel.route === "meeting" ? "meeting" : "written", numbers),
  };
}

/** Integrity is checked once more before the approval is issued (domain.md §1.5: T01, T12, T15). */
async function noticeFacts(
  tx: Tx,
  project: ProjectRecord,
  now: Date,
): Promise<Partial<ProjectFacts>> {
  const notice = await tx.publicNotice.findFirst({
    where: { projectId: project.id, closedAt: null },
    orderBy: { startsAt: "desc" },
    select: { endsAt: true, startsAt: true },
  });
  const since = notice?.startsAt ?? project.stateSince;
  const objections = await tx.objection.findMany({
    where: { projectId: project.id, kind: "objection", filedAt: { gte: since } },
    select: { status: true },
  });
  return {
    noticeEndsAt: notice?.endsAt ?? null,
    openObjections: objections.filter((row) => !["refused", "dismissed"].includes(row.status))
      .length,
    upheldObjections: objections.filter((row) => row.status === "upheld").length,
    openBan: await hasOpenBan(tx, project.unitId, now),
  };
}

async function contractFacts(tx: Tx, project: ProjectRecord): Promise<Partial<ProjectFacts>> {
  const contract = await tx.contract.findFirst({
    where: { projectId: project.id, effectiveAt: null },
    orderBy: { version: "desc" },
    select: { status: true, signatures: { select: { party: true } } },
  });
  const signed = contract?.signatures.map((signature) => signature.party) ?? [];
  const reminders = await tx.reminder.count({
    where: {
      projectId: project.id,
      duty: { kind: "state.contracting" },
      at: { gte: project.stateSince },
    },
  });
  return {
    contractDrafted: contract !== null,
    missingSignatures: contractParties(project.districtId).filter(
      (party) => !signed.includes(party),
    ),
    signingReminders: reminders,
  };
}

/** The contract's parties: three, two for direct units (domain.md §1.2). */
export function contractParties(districtId: string): readonly string[] {
  return districtId === "CZ-DIR" ? ["unit", "bureau"] : ["unit", "district", "bureau"];
}

function pendingChanges(tx: Tx, projectId: string): Promise<number> {
  return tx.changeRequest.count({
    where: { projectId, status: { in: [...openChangeStatuses] } },
  });
}

/** Is a proposal to suspend waiting: made since the project runs, and not declined after that? */
async function suspensionProposed(tx: Tx, project: ProjectRecord): Promise<boolean> {
  const latest = await tx.opinion.findFirst({
    where: {
      projectId: project.id,
      kind: { in: ["suspension_proposal", "suspension_declined"] },
      at: { gte: project.stateSince },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { kind: true },
  });
  return latest?.kind === "suspension_proposal";
}

/** An opinion of this kind given since the project came into its present state. */
async function hasOpinion(tx: Tx, project: ProjectRecord, kind: string): Promise<boolean> {
  const found = await tx.opinion.findFirst({
    where: { projectId: project.id, kind, at: { gte: project.stateSince } },
    select: { id: true },
  });
  return found !== null;
}

async function acceptanceFacts(
  tx: Tx,
  project: ProjectRecord,
  now: Date,
): Promise<Partial<ProjectFacts>> {
  const acceptance = await tx.acceptance.findUnique({
    where: { projectId: project.id },
    select: {
      round: true,
      districtConfirmedAt: true,
      contentHash: true,
      proposedResult: true,
      rectificationReport: true,
      upperLevel: true,
    },
  });
  if (acceptance === null) return {};
  const votes = await acceptanceVotes(tx, project.id, acceptance, now);
  const facts: AcceptanceFacts = {
    districtConfirmed: acceptance.districtConfirmedAt !== null || acceptance.upperLevel,
    gaps: acceptance.contentHash === null && !acceptance.upperLevel ? ["acceptance_file"] : [],
    ...votes,
    proposedResult: acceptance.proposedResult,
    noticeServed: await hasOpinion(tx, project, "overdue_notice"),
    rectificationConfirmed:
      acceptance.rectificationReport !== null &&
      (await hasOpinion(tx, project, "rectification_confirmation")),
  };
  return { acceptance: facts };
}

/** The votes of this round; a panel below its quorum still misses some. An upper level's result is one vote. */
async function acceptanceVotes(
  tx: Tx,
  projectId: string,
  acceptance: { round: number; upperLevel: boolean },
  now: Date,
): Promise<Pick<AcceptanceFacts, "votes" | "votesMissing">> {
  if (acceptance.upperLevel) return { votes: 1, votesMissing: 0 };
  const panel = await tx.panel.findFirst({
    where: { projectId, purpose: "acceptance", round: acceptance.round },
    select: {
      round: true,
      route: true,
      conflictsClearedAt: true,
      assignments: { select: { status: true, expertName: true } },
    },
  });
  if (panel === null) return { votes: 0, votesMissing: 0 };
  const { seats, submitted, outstanding, quorum } = toPanelFacts(panel, await loadNumbers(tx, now));
  return { votes: seats, votesMissing: Math.max(outstanding.length, quorum - submitted) };
}

/** Whether the latest round of evaluation has been audited. */
async function evaluationAudited(tx: Tx, projectId: string): Promise<boolean> {
  const latest = await tx.evaluation.findFirst({
    where: { projectId },
    orderBy: { round: "desc" },
    select: { status: true },
  });
  return latest?.status === "audited";
}

/** Whether what must come back has been computed, where something may be owed, and settled. */
async function refundFacts(
  tx: Tx,
  project: ProjectRecord,
): Promise<Pick<ProjectFacts, "unsettledRefunds" | "refundUncomputed">> {
  const refunds = await tx.refund.findMany({
    where: { projectId: project.id },
    select: { status: true },
  });
  return {
    unsettledRefunds: refunds.filter(({ status }) => !isSettledRefund(status)).length,
    refundUncomputed: refunds.length === 0 && mayOweRefund(project),
  };
}
