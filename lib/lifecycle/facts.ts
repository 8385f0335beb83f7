import type { Role } from "@/lib/access/roles";
import type { State, SubStatus } from "./states";

/** What the life-cycle needs to know of a project's own row. Instants are absolute; days are Shanghai dates. */
export interface ProjectSnapshot {
  id: string;
  state: State;
  subStatus: SubStatus | null;
  version: number;
  origin: string;
  unitId: string;
  districtId: string;
  callId: string | null;
  stateSince: Date;
  turnSince: Date | null;
  dueAt: Date | null;
  returnedFrom: string | null;
  districtOpenedAt: Date | null;
  supplementUsed: boolean;
  rectificationUsed: boolean;
  consentPending: string | null;
  acceptanceResult: string | null;
  grade: string | null;
  archivedBy: string | null;
  trackingNeeded: boolean;
  caseOfficerId: string | null;
  endsOn: Date | null;
  /** Users who filled or confirmed this project's file, for four-eyes. */
  hands: readonly string[];
}

/** What the guards ask beyond the row; each fact is loaded only for the states whose guards ask it. */
export interface ProjectFacts {
  windowOpen: boolean;
  creditCodeValid: boolean;
  openBan: boolean;
  /** A consequence of an earlier evaluation bars new applications. */
  limitInForce: boolean;
  unitLimitReached: boolean;
  districtQuotaReached: boolean;
  /** Codes of what the proposal still lacks; empty when complete. */
  proposalGaps: readonly string[];
  /** The panel of the current round of expert review, if one was formed. */
  reviewPanel: PanelFacts | null;
  /** A panel formed for a further round, not yet in use. */
  nextReviewPanel: PanelFacts | null;
  unresolvedDuplicate: boolean;
  noticeEndsAt: Date | null;
  openObjections: number;
  upheldObjections: number;
  missingSignatures: readonly string[];
  contractDrafted: boolean;
  signingReminders: number;
  suspensionProposed: boolean;
  pendingChanges: number;
  acceptance: AcceptanceFacts | null;
  unsettledRefunds: number;
  /** A refund may be owed and nobody has computed it yet, be it to nothing. */
  refundUncomputed: boolean;
  evaluationAudited: boolean;
  openTrackingReports: number;
}

export interface PanelFacts {
  round: number;
  seats: number;
  conflictsCleared: boolean;
  submitted: number;
  outstanding: readonly string[];
  quorum: number;
}

export interface AcceptanceFacts {
  districtConfirmed: boolean;
  gaps: readonly string[];
  votesMissing: number;
  votes: number;
  proposedResult: string | null;
  noticeServed: boolean;
  rectificationConfirmed: boolean;
}

/** Whose turn it is, since when and until when. */
export interface Turn {
  roles: readonly Role[];
  since: Date;
  until: Date | null;
}
