import type { Role } from "@/lib/access/roles";

/** The stages of the track; closed projects have left it. */
export const stageIds = ["application", "approval", "absorption", "evaluation"] as const;
export type Stage = (typeof stageIds)[number];

export interface Label {
  zh: string;
  en: string;
}

/**
 * How long a state may last: working days (those of `publicity` count from the notice's end), calendar
 * days, a stored date of the project, or no limit.
 */
export type Limit =
  | { by: "working_days"; parameter: string; days: number }
  | { by: "days"; parameter: string; days: number }
  | { by: "months_after_end"; parameter: string; months: number }
  | { by: "months"; parameter: string; months: number }
  | { by: "call_close" }
  | { by: "district_close" }
  | { by: "contract_end" }
  | { by: "publicity"; parameter: string; days: number }
  | { by: "none" };

export interface StateRow {
  stage: Stage;
  /** Final states have no next step in the ordinary life. */
  end: "open" | "closing" | "final";
  official: Label;
  applicant: Label;
  /** Who holds the ball when the state has no sub-status. */
  turn: readonly Role[];
  limit: Limit;
}

/**
 * The 20 states of domain.md §1.3, in its order. Days and months are defaults; the parameter of the
 * same name overrides them.
 */
export const states = {
  draft: {
    stage: "application",
    end: "open",
    official: { zh: "填报中", en: "Being filled in" },
    applicant: { zh: "填报中，尚未提交", en: "In preparation, not submitted" },
    turn: ["filler", "unit_admin"],
    limit: { by: "call_close" },
  },
  district_review: {
    stage: "application",
    end: "open",
    official: { zh: "区级审核推荐", en: "District review" },
    applicant: { zh: "辖市区科技局审核中", en: "With the district bureau" },
    turn: ["district_officer"],
    limit: { by: "district_close" },
  },
  returned: {
    stage: "application",
    end: "open",
    official: { zh: "退回修改", en: "Returned for amendment" },
    applicant: { zh: "已退回，请修改后重新提交", en: "Returned: please amend and resubmit" },
    turn: ["filler", "unit_admin"],
    limit: { by: "working_days", parameter: "limit_returned", days: 5 },
  },
  formal_review: {
    stage: "application",
    end: "open",
    official: { zh: "形式审查", en: "Formal review" },
    applicant: { zh: "市科技局形式审查中", en: "In formal review at the bureau" },
    turn: ["bureau_officer"],
    limit: { by: "working_days", parameter: "limit_formal_review", days: 10 },
  },
  expert_review: {
    stage: "approval",
    end: "open",
    official: { zh: "专家评审", en: "Expert review" },
    applicant: { zh: "专家评审中", en: "In expert review" },
    turn: ["expert"],
    limit: { by: "working_days", parameter: "limit_expert_review", days: 10 },
  },
  decision: {
    stage: "approval",
    end: "open",
    official: { zh: "立项审定", en: "Approval decision" },
    applicant: { zh: "市科技局审定中", en: "Under decision at the bureau" },
    turn: ["manager"],
    limit: { by: "working_days", parameter: "limit_decision", days: 20 },
  },
  publicity: {
    stage: "approval",
    end: "open",
    official: { zh: "立项公示", en: "Public notice" },
    applicant: { zh: "拟立项，公示中", en: "Proposed for approval, under public notice" },
    turn: ["manager"],
    limit: { by: "publicity", parameter: "limit_issue_approval", days: 5 },
  },
  contracting: {
    stage: "approval",
    end: "open",
    official: { zh: "合同签订", en: "Contract signing" },
    applicant: { zh: "已立项，合同签订中", en: "Approved, contract being signed" },
    turn: ["unit_admin"],
    limit: { by: "days", parameter: "limit_contracting", days: 30 },
  },
  active: {
    stage: "absorption",
    end: "open",
    official: { zh: "实施中", en: "Running" },
    applicant: { zh: "项目实施中", en: "Project running" },
    turn: ["filler", "unit_admin"],
    limit: { by: "contract_end" },
  },
  suspended: {
    stage: "absorption",
    end: "open",
    official: { zh: "暂停实施", en: "Suspended" },
    applicant: { zh: "项目已暂停", en: "Project suspended" },
    turn: ["bureau_officer"],
    limit: { by: "days", parameter: "limit_suspended", days: 90 },
  },
  acceptance_filing: {
    stage: "evaluation",
    end: "open",
    official: { zh: "待验收", en: "Acceptance due" },
    applicant: { zh: "请提交验收材料", en: "Please file for acceptance" },
    turn: ["unit_admin"],
    limit: { by: "months_after_end", parameter: "limit_acceptance_filing", months: 3 },
  },
  acceptance_review: {
    stage: "evaluation",
    end: "open",
    official: { zh: "验收评审", en: "Acceptance review" },
    applicant: { zh: "验收评审中", en: "In acceptance review" },
    turn: ["bureau_officer"],
    limit: { by: "working_days", parameter: "limit_acceptance_review", days: 30 },
  },
  rectification: {
    stage: "evaluation",
    end: "open",
    official: { zh: "限期整改", en: "Rectification" },
    applicant: { zh: "请限期整改并再次申请验收", en: "Please rectify and apply again" },
    turn: ["unit_admin"],
    limit: { by: "months", parameter: "limit_rectification", months: 3 },
  },
  evaluation: {
    stage: "evaluation",
    end: "open",
    official: { zh: "绩效评价", en: "Performance evaluation" },
    applicant: { zh: "绩效评价中", en: "In performance evaluation" },
    turn: ["unit_admin"],
    limit: { by: "working_days", parameter: "limit_evaluation", days: 40 },
  },
  tracking: {
    stage: "evaluation",
    end: "open",
    official: { zh: "跟踪评价", en: "Follow-up" },
    applicant: { zh: "跟踪评价期", en: "In follow-up" },
    turn: ["unit_admin"],
    limit: { by: "none" },
  },
  archived: {
    stage: "evaluation",
    end: "final",
    official: { zh: "已归档", en: "Archived" },
    applicant: { zh: "项目已归档", en: "Project archived" },
    turn: [],
    limit: { by: "none" },
  },
  not_approved: {
    stage: "approval",
    end: "final",
    official: { zh: "未立项", en: "Not approved" },
    applicant: { zh: "未立项", en: "Not approved" },
    turn: [],
    limit: { by: "none" },
  },
  withdrawn: {
    stage: "application",
    end: "final",
    official: { zh: "已撤回", en: "Withdrawn" },
    applicant: { zh: "已撤回", en: "Withdrawn" },
    turn: [],
    limit: { by: "none" },
  },
  terminated: {
    stage: "absorption",
    end: "closing",
    official: { zh: "已终止", en: "Terminated" },
    applicant: { zh: "项目已终止", en: "Project terminated" },
    turn: ["bureau_officer"],
    limit: { by: "days", parameter: "limit_refund", days: 30 },
  },
  revoked: {
    stage: "absorption",
    end: "closing",
    official: { zh: "已撤销", en: "Revoked" },
    applicant: { zh: "项目已撤销", en: "Project revoked" },
    turn: ["bureau_officer"],
    limit: { by: "days", parameter: "limit_refund", days: 30 },
  },
} as const satisfies Record<string, StateRow>;

export type State = keyof typeof states;

/** All state ids, in the order of domain.md §1.3. */
export const stateIds = Object.keys(states).filter(isState) as [State, ...State[]];

/** Is this text one of the 20 state ids? */
export function isState(text: string): text is State {
  return Object.hasOwn(states, text);
}

/** The row of a state, widened to its general type. */
export function stateRow(state: State): StateRow {
  return states[state];
}

/** Sub-statuses of the states in which papers go back and forth (domain.md §1.4), and whose turn each is. */
export const subStatusTurn = {
  with_filler: ["filler"],
  with_unit_admin: ["unit_admin"],
  with_unit: ["unit_admin"],
  with_district: ["district_officer"],
  with_bureau: ["bureau_officer"],
  with_manager: ["manager"],
} as const satisfies Record<string, readonly Role[]>;

export type SubStatus = keyof typeof subStatusTurn;

/** Is this text one of the sub-statuses? */
export function isSubStatus(text: string): text is SubStatus {
  return Object.hasOwn(subStatusTurn, text);
}
