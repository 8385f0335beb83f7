/**
 * How firm a default is (domain.md, "How to read the marks"): text of law or official data, official
 * notice, third-party text, own knowledge of high, medium or low certainty, or a proposal.
 */
export type Mark = "A" | "B" | "C" | "O-H" | "O-M" | "O-L" | "P";

interface Text {
  zh: string;
  en: string;
}

/** The first version of a setting; a change is a new version with its own day. */
export interface ParameterRow {
  key: string;
  version: 1;
  value: number | boolean | string;
  unit:
    | "working_day"
    | "day"
    | "month"
    | "month_day"
    | "yuan"
    | "percent"
    | "person"
    | "times"
    | "points"
    | "items"
    | "year"
    | "share"
    | "flag"
    | "choice";
  name: Text;
  basis: Text;
  mark: Mark;
}

type Unit = ParameterRow["unit"];
type Basis = readonly [Mark, string, string];

const proposal: Basis = ["P", "系统建议值", "Proposal of this system"];
const customary: Basis = ["O-M", "通行做法", "Common practice"];
const wellKnown: Basis = ["O-H", "通行规定", "General rule"];
const anyang: Basis = ["C", "某市验收表", "One city's acceptance form"];

const row = (
  key: string,
  value: ParameterRow["value"],
  unit: Unit,
  zh: string,
  en: string,
  [mark, basisZh, basisEn]: Basis = proposal,
): ParameterRow => ({
  key,
  version: 1,
  value,
  unit,
  name: { zh, en },
  basis: { zh: basisZh, en: basisEn },
  mark,
});

/** Time limits of the states (domain.md §1.3). */
const stateLimits = [
  row("limit_district_review", 3, "working_day", "区级审核推荐期限", "District review", [
    "B",
    "2024年申报通知",
    "2024 notice of applications",
  ]),
  row("limit_returned", 5, "working_day", "退回修改期限", "Amendment after return"),
  row("limit_formal_review", 10, "working_day", "形式审查期限", "Formal review"),
  row("limit_expert_review", 10, "working_day", "每位专家评审期限", "Review by each expert"),
  row("limit_decision", 20, "working_day", "立项审定期限", "Decision"),
  row("publicity_days", 5, "working_day", "立项公示期", "Public notice", [
    "B",
    "上海2023年公示做法",
    "Shanghai's practice in 2023",
  ]),
  row("limit_contracting", 30, "day", "合同签订期限", "Signing the contract", customary),
  row("limit_suspended", 90, "day", "暂停复核周期", "Review of a suspension"),
  row(
    "limit_acceptance_filing",
    3,
    "month",
    "到期后申请验收期限",
    "Applying for acceptance after the end",
    customary,
  ),
  row("limit_acceptance_clearance", 6, "month", "逾期清理期限", "Clearing overdue acceptance"),
  row("limit_acceptance_review", 30, "working_day", "验收评审期限", "Acceptance review"),
  row("limit_rectification", 3, "month", "整改期限", "Rectification", [
    "C",
    "国家重大专项验收规定",
    "Acceptance rules of national major projects",
  ]),
  row(
    "limit_evaluation",
    40,
    "working_day",
    "绩效评价期限（自评20＋评审20）",
    "Evaluation (20 for self-evaluation and 20 for review)",
  ),
  row("limit_self_evaluation", 20, "working_day", "绩效自评期限", "Self-evaluation"),
  row("limit_refund", 30, "day", "退款期限", "Refund"),
  row("tracking_years", 2, "year", "跟踪评价年限", "Follow-up evaluation"),
];

/** Limits of the child processes (§1.5) and the ledger (§2.2). */
const childLimits = [
  row(
    "annual_report_cutoff",
    1130,
    "month_day",
    "年度执行情况数据截止日",
    "Cut-off of the annual report",
    ["B", "2022年执行情况调查通知", "2022 survey notice"],
  ),
  row("annual_report_due", 1226, "month_day", "年度执行情况报送截止日", "Annual report due", [
    "B",
    "2022年执行情况调查通知",
    "2022 survey notice",
  ]),
  row("extension_max_months", 12, "month", "延期最长期限（限一次）", "Longest extension (once)", [
    "C",
    "外省科技项目答复",
    "Reply of another province",
  ]),
  row("extension_notice_months", 3, "month", "延期申请提前量", "Notice before an extension", [
    "C",
    "外省科技项目答复",
    "Reply of another province",
  ]),
  row(
    "mid_term_grant_threshold",
    500_000,
    "yuan",
    "需中期检查的市级资助额",
    "City grant that needs a mid-term check",
  ),
  row(
    "mid_term_over_months",
    12,
    "month",
    "需中期检查的最短期限",
    "Term above which a mid-term check is needed",
  ),
  row("limit_mid_term_check", 20, "working_day", "中期检查期限", "Mid-term check"),
  row("limit_link_confirmation", 10, "working_day", "台账环节确认期限", "Confirming a ledger link"),
  row(
    "limit_report_confirmation",
    5,
    "working_day",
    "年报区级确认期限",
    "District's confirmation of a report",
  ),
  row("limit_report_closing", 10, "working_day", "年报办结期限", "Closing a report"),
  row(
    "limit_change_opinion",
    5,
    "working_day",
    "变更区级意见期限",
    "District's opinion on a change",
  ),
  row("limit_change_decision", 10, "working_day", "变更审批期限", "Decision on a change"),
  row("limit_payment_hop", 10, "working_day", "拨款逐级下达期限", "Each step of a payment"),
  row(
    "limit_suspension_decision",
    10,
    "working_day",
    "暂停建议审定期限",
    "Decision on a proposed suspension",
  ),
  row(
    "ledger_amber_days",
    30,
    "day",
    "台账环节预警天数",
    "Days after which a ledger link is amber",
  ),
  row("ledger_red_days", 90, "day", "台账环节超期天数", "Days after which a ledger link is red"),
];

/** Thresholds of review, acceptance and money (§1.6). */
const thresholds = [
  row(
    "written_acceptance_below",
    500_000,
    "yuan",
    "书面验收的市级资助额上限",
    "City grant below which acceptance is written",
    ["B", "常州2023年第二批验收通知", "Changzhou, batch 2 of 2023"],
  ),
  row(
    "accept_pass_pct",
    90,
    "percent",
    "验收通过的完成率",
    "Completion that passes acceptance",
    anyang,
  ),
  row(
    "recheck_pct",
    80,
    "percent",
    "需整改的完成率下限",
    "Completion from which rectification is possible",
    anyang,
  ),
  row(
    "light_profile_below",
    300_000,
    "yuan",
    "简化管理的市级资助额上限",
    "City grant below which the light profile applies",
  ),
  row(
    "light_profile_indicators",
    10,
    "items",
    "简化管理的指标数上限",
    "Most indicators in the light profile",
  ),
  row(
    "audit_from",
    500_000,
    "yuan",
    "需专项审计的市级资助额",
    "City grant that needs a special audit",
  ),
  row(
    "panel_meeting_min",
    5,
    "person",
    "会议评审最少专家数（单数）",
    "Fewest experts of a meeting (odd)",
    customary,
  ),
  row(
    "panel_written_min",
    3,
    "person",
    "书面评审最少专家数",
    "Fewest experts of a written review",
    customary,
  ),
  row(
    "panel_finance_min",
    1,
    "person",
    "会议评审最少财务专家数",
    "Fewest finance experts of a meeting",
    customary,
  ),
  row(
    "panel_per_employer",
    1,
    "person",
    "同一单位最多专家数",
    "Most experts of one employer",
    customary,
  ),
  row(
    "score_trim_from",
    5,
    "person",
    "去掉最高最低分的专家数",
    "Experts from which one high and one low score are dropped",
  ),
  row(
    "score_deviation_flag",
    15,
    "points",
    "评分离散提示值（标准差）",
    "Standard deviation that is flagged",
  ),
  row(
    "provincial_grant_cap",
    1_200_000,
    "yuan",
    "省级资助上限（2022年）",
    "Provincial grant cap (2022)",
    ["B", "江苏省2022年国际合作指南", "Jiangsu's call of 2022"],
  ),
  row(
    "provincial_grant_share",
    50,
    "percent",
    "省级资助占江苏方预算上限",
    "Provincial grant's share of the Jiangsu-side budget",
    ["B", "江苏省2022年国际合作指南", "Jiangsu's call of 2022"],
  ),
  row(
    "conflict_years",
    3,
    "year",
    "利益关系回避年限",
    "Years of a conflict of interest",
    wellKnown,
  ),
  row(
    "avoided_experts_max",
    3,
    "person",
    "可申请回避的专家数",
    "Experts whom an applicant may name to avoid",
    wellKnown,
  ),
  row(
    "blind_mode",
    "online",
    "choice",
    "网络评审盲评方式",
    "Blind mode of online review",
    customary,
  ),
  row("lump_sum", false, "flag", "经费包干制", "Lump-sum funding", wellKnown),
  row(
    "surplus_stays",
    true,
    "flag",
    "验收通过后结余留用",
    "Surplus stays with the unit after passing",
    ["O-H", "中央财政科研经费规定", "Rules of central research money"],
  ),
];

/** Bounds of the portfolio's measures (§4). */
const portfolio = [
  row("tier_first", 20_000_000, "yuan", "一级方阵下限", "Lower bound of the first tier", [
    "A",
    "论文表2的划分",
    "The paper's classes",
  ]),
  row("tier_second", 10_000_000, "yuan", "二级方阵下限", "Lower bound of the second tier", [
    "A",
    "论文表2的划分",
    "The paper's classes",
  ]),
  row(
    "single_year_dependence",
    0.8,
    "share",
    "单年依赖界限",
    "Share of one year that means dependence",
  ),
  row("small_sample", 5, "items", "小样本界限（项目数）", "Projects below which a sample is small"),
  row(
    "under_representation",
    0.5,
    "times",
    "占比偏低界限",
    "Ratio below which a country is under-represented",
  ),
];

/** The settings that an installation starts with. */
export const defaultParameters: readonly ParameterRow[] = [
  ...stateLimits,
  ...childLimits,
  ...thresholds,
  ...portfolio,
];
