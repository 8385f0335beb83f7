import { applicantRoles, bureauRoles, type Role } from "@/lib/access/roles";
import type { GuardCode } from "./guards";
import type { Label, State } from "./states";
import { stateIds } from "./states";

export interface TransitionRow {
  from: readonly State[];
  to: State | "where_it_stands";
  name: Label;
  /** The one command that makes this transition. */
  command: string;
  roles: readonly Role[];
  /** Held by the record; each code is a refusal that tells what to do next. */
  guards: readonly GuardCode[];
  /** Kinds of document that belong to it (domain.md §5.9). */
  documents: readonly string[];
  /** The actor may not have filled or confirmed the same file. */
  fourEyes: boolean;
  /** A collective decision of the manager, which an officer may enter and a second confirm. */
  collective: boolean;
}

const row = (
  name: Label,
  command: string,
  from: readonly State[],
  to: TransitionRow["to"],
  roles: readonly Role[],
  rest: Partial<Pick<TransitionRow, "guards" | "documents" | "fourEyes" | "collective">> = {},
): TransitionRow => ({
  name,
  command,
  from,
  to,
  roles,
  guards: [],
  documents: [],
  fourEyes: false,
  collective: false,
  ...rest,
});

const fromActiveOn = stateIds.slice(stateIds.indexOf("active"), stateIds.indexOf("archived") + 1);
const manager: readonly Role[] = ["manager"];

/** The 37 transitions of domain.md §1.4. Buttons, due dates, the diagram and the OpenAPI text derive from it. */
export const transitions = {
  T00: row(
    { zh: "登记在库项目", en: "Register a project" },
    "application.confirm-registration",
    [],
    "where_it_stands",
    bureauRoles,
    { guards: [], documents: ["D13", "D15"], fourEyes: true },
  ),
  T01: row(
    { zh: "提交", en: "Submit" },
    "application.submit",
    ["draft"],
    "district_review",
    ["unit_admin"],
    {
      guards: [
        "window_open",
        "valid_credit_code",
        "no_open_ban",
        "no_limit_in_force",
        "inside_unit_limit",
        "proposal_complete",
      ],
      documents: ["D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08"],
    },
  ),
  T02: row(
    { zh: "取消送审", en: "Recall submission" },
    "application.recall-submission",
    ["district_review"],
    "draft",
    applicantRoles,
    { guards: ["not_opened_by_district"] },
  ),
  T03: row(
    { zh: "退回修改", en: "Return for amendment" },
    "application.return-for-amendment",
    ["district_review"],
    "returned",
    ["district_officer"],
  ),
  T04: row(
    { zh: "重新提交", en: "Resubmit" },
    "application.resubmit",
    ["returned"],
    "district_review",
    ["unit_admin"],
    {
      guards: ["returned_by_district", "return_limit_open", "proposal_complete"],
      documents: ["D01"],
    },
  ),
  T05: row(
    { zh: "推荐", en: "Recommend" },
    "application.recommend",
    ["district_review"],
    "formal_review",
    ["district_officer"],
    { guards: ["inside_district_quota"], documents: ["D09", "D10"], fourEyes: true },
  ),
  T06: row(
    { zh: "不予推荐", en: "Decline to recommend" },
    "application.decline-recommendation",
    ["district_review"],
    "not_approved",
    ["district_officer"],
  ),
  T07: row(
    { zh: "补正", en: "Request a supplement" },
    "application.request-supplement",
    ["formal_review"],
    "returned",
    bureauRoles,
    { guards: ["supplement_not_used"] },
  ),
  T08: row(
    { zh: "补正提交", en: "Submit the supplement" },
    "application.submit-supplement",
    ["returned"],
    "formal_review",
    ["unit_admin"],
    {
      guards: ["returned_by_bureau", "return_limit_open", "proposal_complete"],
      documents: ["D01"],
    },
  ),
  T09: row(
    { zh: "审查通过", en: "Pass formal review" },
    "application.pass-formal-review",
    ["formal_review"],
    "expert_review",
    bureauRoles,
    { guards: ["panel_formed", "conflicts_cleared"], fourEyes: true },
  ),
  T10: row(
    { zh: "不予受理", en: "Reject formally" },
    "application.reject-formally",
    ["formal_review"],
    "not_approved",
    bureauRoles,
  ),
  T11: row(
    { zh: "评审汇总", en: "Conclude expert review" },
    "approval.conclude-review",
    ["expert_review"],
    "decision",
    bureauRoles,
    { guards: ["all_sheets_in", "review_quorum"], documents: ["D11"] },
  ),
  T12: row(
    { zh: "拟立项", en: "Propose for approval" },
    "approval.propose-approval",
    ["decision"],
    "publicity",
    manager,
    {
      guards: ["no_open_ban", "no_unresolved_duplicate"],
      documents: ["D12"],
      fourEyes: true,
      collective: true,
    },
  ),
  T13: row(
    { zh: "不予立项", en: "Decline approval" },
    "approval.decline-approval",
    ["decision"],
    "not_approved",
    manager,
    { documents: ["D12"], collective: true },
  ),
  T14: row(
    { zh: "复评", en: "Order a second review" },
    "approval.order-second-review",
    ["decision"],
    "expert_review",
    manager,
    { guards: ["new_panel_formed", "conflicts_cleared"], collective: true },
  ),
  T15: row(
    { zh: "下达立项", en: "Issue the approval" },
    "approval.issue-approval",
    ["publicity"],
    "contracting",
    manager,
    {
      guards: ["publicity_over", "no_open_objection", "no_open_ban"],
      documents: ["D13"],
      collective: true,
    },
  ),
  T16: row(
    { zh: "异议成立", en: "Uphold the objection" },
    "approval.uphold-objection",
    ["publicity"],
    "decision",
    manager,
    { guards: ["objection_investigated"], documents: ["D14"], collective: true },
  ),
  T17: row(
    { zh: "合同生效", en: "Bring the contract into force" },
    "approval.bring-contract-into-force",
    ["contracting"],
    "active",
    bureauRoles,
    { guards: ["all_parties_signed"], documents: ["D15"] },
  ),
  T18: row(
    { zh: "逾期未签", en: "Close as unsigned" },
    "approval.close-unsigned",
    ["contracting"],
    "not_approved",
    bureauRoles,
    { guards: ["signing_limit_passed", "reminded_twice"] },
  ),
  T19: row(
    { zh: "撤回申请", en: "Withdraw the application" },
    "application.withdraw",
    ["draft", "district_review", "returned", "formal_review", "expert_review"],
    "withdrawn",
    ["unit_admin", "district_officer", "bureau_officer", "division_head", "system"],
    { guards: ["withdrawal_consented"], documents: ["D16"] },
  ),
  T20: row(
    { zh: "放弃立项", en: "Give up the approval" },
    "approval.consent-to-giving-up",
    ["decision", "publicity", "contracting"],
    "withdrawn",
    manager,
    { guards: ["giving_up_requested"], documents: ["D16"], collective: true },
  ),
  T21: row({ zh: "暂停", en: "Suspend" }, "absorption.suspend", ["active"], "suspended", manager, {
    guards: ["officer_proposed"],
    documents: ["D17"],
    collective: true,
  }),
  T22: row({ zh: "恢复", en: "Resume" }, "absorption.resume", ["suspended"], "active", manager, {
    documents: ["D17"],
    collective: true,
  }),
  T23: row(
    { zh: "终止", en: "Terminate" },
    "absorption.terminate",
    ["active", "suspended"],
    "terminated",
    manager,
    { documents: ["D18", "D24"], collective: true },
  ),
  T24: row({ zh: "撤销", en: "Revoke" }, "absorption.revoke", fromActiveOn, "revoked", manager, {
    guards: ["archived_after_evaluation"],
    documents: ["D19"],
    collective: true,
  }),
  T25: row(
    { zh: "申请验收", en: "Apply for acceptance" },
    "evaluation.apply-for-acceptance",
    ["active"],
    "acceptance_filing",
    ["unit_admin", "system"],
    { guards: ["no_pending_change"] },
  ),
  T26: row(
    { zh: "受理验收", en: "Admit to acceptance" },
    "evaluation.admit-acceptance",
    ["acceptance_filing"],
    "acceptance_review",
    bureauRoles,
    {
      guards: ["acceptance_confirmed_by_district", "acceptance_file_complete"],
      documents: ["D20", "D21", "D22", "D23", "D24", "D25"],
    },
  ),
  T27: row(
    { zh: "逾期清理", en: "Close as overdue" },
    "evaluation.close-overdue",
    ["acceptance_filing"],
    "terminated",
    manager,
    { guards: ["acceptance_long_overdue", "notice_served"], documents: ["D18"], collective: true },
  ),
  T28: row(
    { zh: "整改", en: "Order rectification" },
    "evaluation.order-rectification",
    ["acceptance_review"],
    "rectification",
    bureauRoles,
    { guards: ["rectification_not_used", "acceptance_votes_in"], documents: ["D26"] },
  ),
  T29: row(
    { zh: "再次验收", en: "Apply again after rectification" },
    "evaluation.reapply-for-acceptance",
    ["rectification"],
    "acceptance_review",
    ["unit_admin"],
    { guards: ["rectification_limit_open", "rectification_confirmed"], documents: ["D27"] },
  ),
  T30: row(
    { zh: "出具结论", en: "Issue the acceptance result" },
    "evaluation.issue-acceptance-result",
    ["acceptance_review"],
    "evaluation",
    manager,
    {
      guards: ["acceptance_votes_in", "result_proposed"],
      documents: ["D26", "D28"],
      fourEyes: true,
      collective: true,
    },
  ),
  T31: row(
    { zh: "整改逾期", en: "Fail overdue rectification" },
    "evaluation.fail-overdue-rectification",
    ["rectification"],
    "evaluation",
    manager,
    { guards: ["rectification_limit_passed"], documents: ["D26"], collective: true },
  ),
  T32: row(
    { zh: "评价定级", en: "Finalise the grade" },
    "evaluation.finalise-grade",
    ["evaluation"],
    "tracking",
    manager,
    {
      guards: ["result_passed", "score_audited"],
      documents: ["D29", "D30", "D31"],
      fourEyes: true,
      collective: true,
    },
  ),
  T33: row(
    { zh: "评价归档", en: "Archive after evaluation" },
    "evaluation.archive-after-evaluation",
    ["evaluation"],
    "archived",
    bureauRoles,
    {
      guards: ["archivable_after_evaluation", "refund_computed", "refund_settled"],
      documents: ["D29", "D30", "D31"],
    },
  ),
  T34: row(
    { zh: "跟踪结束", en: "End follow-up" },
    "evaluation.end-tracking",
    ["tracking"],
    "archived",
    bureauRoles,
    { guards: ["last_tracking_report_in"], documents: ["D32"] },
  ),
  T35: row(
    { zh: "归档", en: "Archive a closed project" },
    "evaluation.archive-closed",
    ["terminated", "revoked"],
    "archived",
    bureauRoles,
    { guards: ["refund_computed", "refund_settled"], documents: ["D33"] },
  ),
  T36: row(
    { zh: "更正", en: "Correct an archived project" },
    "evaluation.correct-archived",
    ["archived"],
    "evaluation",
    manager,
    { guards: ["archived_after_evaluation"], collective: true },
  ),
} as const satisfies Record<string, TransitionRow>;

export type TransitionId = keyof typeof transitions;

/** The row of a transition, widened to its general type. */
export function transitionRow(id: TransitionId): TransitionRow {
  return transitions[id];
}

/** All transition ids, T00 to T36. */
export const transitionIds = Object.keys(transitions).filter((id): id is TransitionId =>
  Object.hasOwn(transitions, id),
);
