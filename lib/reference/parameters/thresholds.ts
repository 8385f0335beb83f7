import { type Basis, customary, parameter, wellKnown } from "./parameter";

const anyang: Basis = ["C", "参照其他城市验收评价表", "After another city's acceptance form"];

/** Thresholds of review, acceptance and money (§1.6). */
export const thresholds = [
  parameter(
    "written_acceptance_below",
    500_000,
    "yuan",
    "书面验收的市级资助额上限",
    "City grant below which acceptance is written",
    ["B", "常州2023年第二批验收通知", "Changzhou, batch 2 of 2023"],
  ),
  parameter(
    "accept_pass_pct",
    90,
    "percent",
    "验收通过的完成率",
    "Completion that passes acceptance",
    anyang,
  ),
  parameter(
    "recheck_pct",
    80,
    "percent",
    "需整改的完成率下限",
    "Completion from which rectification is possible",
    anyang,
  ),
  parameter(
    "light_profile_below",
    300_000,
    "yuan",
    "简化管理的市级资助额上限",
    "City grant below which the light profile applies",
  ),
  parameter(
    "light_profile_indicators",
    10,
    "items",
    "简化管理的指标数上限",
    "Most indicators in the light profile",
  ),
  parameter(
    "special_audit_from",
    500_000,
    "yuan",
    "需专项审计的市级资助额",
    "City grant that needs a special audit",
  ),
  parameter(
    "panel_meeting_min",
    5,
    "person",
    "会议评审最少专家数（单数）",
    "Fewest experts of a meeting (odd)",
    customary,
  ),
  parameter(
    "panel_written_min",
    3,
    "person",
    "书面评审最少专家数",
    "Fewest experts of a written review",
    customary,
  ),
  parameter(
    "panel_finance_min",
    1,
    "person",
    "会议评审最少财务专家数",
    "Fewest finance experts of a meeting",
    customary,
  ),
  parameter(
    "panel_per_employer",
    1,
    "person",
    "同一单位最多专家数",
    "Most experts of one employer",
    customary,
  ),
  parameter(
    "score_trim_from",
    5,
    "person",
    "去掉最高最低分的专家数",
    "Experts from which one high and one low score are dropped",
  ),
  parameter(
    "score_deviation_flag",
    15,
    "points",
    "评分离散提示值（标准差）",
    "Standard deviation that is flagged",
  ),
  parameter(
    "provincial_grant_cap",
    1_200_000,
    "yuan",
    "省级资助上限（2022年）",
    "Provincial grant cap (2022)",
    ["B", "江苏省2022年国际合作指南", "Jiangsu's call of 2022"],
  ),
  parameter(
    "provincial_grant_share",
    50,
    "percent",
    "省级资助占江苏方预算上限",
    "Provincial grant's share of the Jiangsu-side budget",
    ["B", "江苏省2022年国际合作指南", "Jiangsu's call of 2022"],
  ),
  parameter(
    "conflict_years",
    3,
    "year",
    "利益关系回避年限",
    "Years of a conflict of interest",
    wellKnown,
  ),
  parameter(
    "avoided_experts_max",
    3,
    "person",
    "可申请回避的专家数",
    "Experts whom an applicant may name to avoid",
    wellKnown,
  ),
  parameter(
    "blind_mode",
    "online",
    "choice",
    "网络评审盲评方式",
    "Blind mode of online review",
    customary,
  ),
  parameter("lump_sum", false, "flag", "经费包干制", "Lump-sum funding", wellKnown),
  parameter(
    "surplus_stays",
    true,
    "flag",
    "验收通过后结余留用",
    "Surplus stays with the unit after passing",
    ["O-H", "中央财政科研经费规定", "Rules of central research money"],
  ),
];

/** Follow-up: when a project has grown or kept its promise, and when silence has consequences. */
export const followUpBounds = [
  parameter(
    "follow_up_grown_pct",
    120,
    "percent",
    "跟踪评为“成长”的目标完成率下限",
    "Share of the promise from which a project has grown",
  ),
  parameter(
    "follow_up_kept_pct",
    80,
    "percent",
    "跟踪评为“保持”的目标完成率下限",
    "Share of the promise from which a project has kept it",
  ),
  parameter(
    "tracking_silence_days",
    30,
    "day",
    "跟踪评价逾期产生后果的天数",
    "Days overdue after which silence in the follow-up has consequences",
  ),
  parameter("survey_days", 60, "day", "问卷链接有效天数", "Days for which a survey's link is open"),
];

/** Bounds of the portfolio's measures (§4). */
export const portfolioBounds = [
  parameter("tier_first", 20_000_000, "yuan", "一级方阵下限", "Lower bound of the first tier", [
    "A",
    "论文表2的划分",
    "The paper's classes",
  ]),
  parameter("tier_second", 10_000_000, "yuan", "二级方阵下限", "Lower bound of the second tier", [
    "A",
    "论文表2的划分",
    "The paper's classes",
  ]),
  parameter(
    "single_year_dependence",
    0.8,
    "share",
    "单年依赖界限",
    "Share of one year that means dependence",
  ),
  parameter(
    "small_sample",
    5,
    "items",
    "小样本界限（项目数）",
    "Projects below which a sample is small",
  ),
  parameter(
    "under_representation",
    0.5,
    "times",
    "占比偏低界限",
    "Ratio below which a country is under-represented",
  ),
];
