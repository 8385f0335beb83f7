import type { ProjectFacts, ProjectSnapshot } from "./facts";

type Guard = (project: ProjectSnapshot, facts: ProjectFacts, now: Date) => boolean;

/**
 * The guards that a record must satisfy before a transition, by the code that a refusal carries
 * (domain.md §1.4). True means: the way is free.
 */
export const guards = {
  window_open: (_project, facts) => facts.windowOpen,
  valid_credit_code: (_project, facts) => facts.creditCodeValid,
  no_open_ban: (_project, facts) => !facts.openBan,
  no_limit_in_force: (_project, facts) => !facts.limitInForce,
  inside_unit_limit: (_project, facts) => !facts.unitLimitReached,
  proposal_complete: (_project, facts) => facts.proposalGaps.length === 0,
  not_opened_by_district: (project) => project.districtOpenedAt === null,
  returned_by_district: (project) => project.returnedFrom === "district",
  returned_by_bureau: (project) => project.returnedFrom === "bureau",
  return_limit_open: (project, _facts, now) => !isPast(project.dueAt, now),
  inside_district_quota: (_project, facts) => !facts.districtQuotaReached,
  supplement_not_used: (project) => !project.supplementUsed,
  panel_formed: (_project, facts) =>
    facts.reviewPanel !== null && facts.reviewPanel.seats >= facts.reviewPanel.quorum,
  conflicts_cleared: (project, facts) =>
    (project.state === "decision" ? facts.nextReviewPanel : facts.reviewPanel)?.conflictsCleared ===
    true,
  all_sheets_in: (_project, facts) => facts.reviewPanel?.outstanding.length === 0,
  review_quorum: (_project, facts) =>
    facts.reviewPanel !== null && facts.reviewPanel.submitted >= facts.reviewPanel.quorum,
  no_unresolved_duplicate: (_project, facts) => !facts.unresolvedDuplicate,
  new_panel_formed: (_project, facts) =>
    facts.nextReviewPanel !== null && facts.nextReviewPanel.seats >= facts.nextReviewPanel.quorum,
  publicity_over: (_project, facts, now) => isPast(facts.noticeEndsAt, now),
  no_open_objection: (_project, facts) => facts.openObjections === 0,
  objection_investigated: (_project, facts) => facts.upheldObjections > 0,
  all_parties_signed: (_project, facts) =>
    facts.contractDrafted && facts.missingSignatures.length === 0,
  signing_limit_passed: (project, _facts, now) => isPast(project.dueAt, now),
  reminded_twice: (_project, facts) => facts.signingReminders >= 2,
  withdrawal_consented: (project) =>
    project.state === "draft" ||
    project.state === "returned" ||
    project.consentPending === "withdrawal",
  giving_up_requested: (project) => project.consentPending === "giving_up",
  officer_proposed: (_project, facts) => facts.suspensionProposed,
  archived_after_evaluation: (project) =>
    project.state !== "archived" || project.archivedBy === "T33" || project.archivedBy === "T34",
  no_pending_change: (_project, facts) => facts.pendingChanges === 0,
  acceptance_confirmed_by_district: (_project, facts) =>
    facts.acceptance?.districtConfirmed === true,
  acceptance_file_complete: (_project, facts) => facts.acceptance?.gaps.length === 0,
  acceptance_long_overdue: (project, _facts, now) => isPast(monthsAfter(project.endsOn, 6), now),
  notice_served: (_project, facts) => facts.acceptance?.noticeServed === true,
  rectification_not_used: (project) => !project.rectificationUsed,
  acceptance_votes_in: (_project, facts) =>
    facts.acceptance !== null && facts.acceptance.votes > 0 && facts.acceptance.votesMissing === 0,
  result_proposed: (_project, facts) => (facts.acceptance?.proposedResult ?? null) !== null,
  rectification_limit_open: (project, _facts, now) => !isPast(project.dueAt, now),
  rectification_limit_passed: (project, _facts, now) => isPast(project.dueAt, now),
  rectification_confirmed: (_project, facts) => facts.acceptance?.rectificationConfirmed === true,
  result_passed: (project) =>
    project.acceptanceResult === "passed" ||
    project.acceptanceResult === "passed_after_rectification",
  score_audited: (_project, facts) => facts.evaluationAudited,
  archivable_after_evaluation: (project, facts) =>
    facts.evaluationAudited &&
    (project.acceptanceResult === "concluded" ||
      project.acceptanceResult === "failed" ||
      !project.trackingNeeded),
  refund_computed: (_project, facts) => !facts.refundUncomputed,
  refund_settled: (_project, facts) => facts.unsettledRefunds === 0,
  last_tracking_report_in: (_project, facts) => facts.openTrackingReports === 0,
} as const satisfies Record<string, Guard>;

export type GuardCode = keyof typeof guards;

/** Which of these guards do not hold; empty when the way is free. */
export function failingGuards(
  codes: readonly GuardCode[],
  project: ProjectSnapshot,
  facts: ProjectFacts,
  now: Date,
): GuardCode[] {
  return codes.filter((code) => !guards[code](project, facts, now));
}

function isPast(instant: Date | null, now: Date): boolean {
  return instant !== null && instant.getTime() < now.getTime();
}

function monthsAfter(day: Date | null, months: number): Date | null {
  if (day === null) return null;
  const later = new Date(day);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
