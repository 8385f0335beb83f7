/** What sets a consequence off: a grade, an acceptance result, a cause of failure, a rating, silence. */
export type ConsequenceTrigger =
  | `grade:${string}`
  | `result:${"concluded" | "failed"}`
  | `cause:${"false_documents" | "money_misuse" | "unauthorised_change"}`
  | `rating:${"grown" | "kept" | "faded"}`
  | "tracking:silent";

/** How a consequence works: shown in review, a bar at the next application, money, a case. */
export const consequenceKinds = [
  "priority",
  "incentive",
  "attention",
  "limit",
  "refund",
  "integrity_case",
] as const;
export type ConsequenceKind = (typeof consequenceKinds)[number];

interface Text {
  zh: string;
  en: string;
}

export interface ConsequenceRuleRow {
  code: string;
  version: 1;
  triggers: readonly ConsequenceTrigger[];
  kind: ConsequenceKind;
  /** How long it is in force; null: until its cause is gone. */
  months: number | null;
  title: Text;
  basis: Text;
}

const row = (
  code: string,
  triggers: readonly ConsequenceTrigger[],
  [kind, months]: [ConsequenceKind, number | null],
  [zh, en]: [string, string],
  [basisZh, basisEn]: [string, string],
): ConsequenceRuleRow => ({
  code,
  version: 1,
  triggers,
  kind,
  months,
  title: { zh, en },
  basis: { zh: basisZh, en: basisEn },
});

const use: [string, string] = [
  "预算绩效管理：评价结果与后续预算安排挂钩（参考值，由市科技局确定）",
  "Performance budgeting: results feed the next budget (guideline value, to be set by the bureau)",
];
const conduct: [string, string] = [
  "《科学技术活动违规行为调查处理规定》（科技部令第24号）",
  "Rules on misconduct in S&T activities (Order no. 24 of the Ministry)",
];
const accounts: [string, string] = [
  "任务合同的结余和退款约定",
  "The contract's terms on balances and refunds",
];

/** The consequences that an installation starts with (domain.md §3.1, use of results); all [P] but the law's. */
export const defaultConsequences: readonly ConsequenceRuleRow[] = [
  row(
    "priority_excellent",
    ["grade:excellent"],
    ["priority", 24],
    ["同等条件下优先支持后续申报", "Preferred among equals at the next application"],
    use,
  ),
  row(
    "recommend_upward",
    ["grade:excellent", "rating:grown"],
    ["incentive", 24],
    ["优先推荐申报省级、国家级项目", "Recommended first for provincial and national projects"],
    use,
  ),
  row(
    "watch_good",
    ["grade:good"],
    ["attention", 12],
    ["未达目标的指标列入跟踪评价", "Missed targets are watched in the follow-up"],
    use,
  ),
  row(
    "tightened_fair",
    ["grade:fair"],
    ["attention", 24],
    ["后续支持从紧，评审时提示", "Further support is tightened; shown in review"],
    use,
  ),
  row(
    "limit_poor",
    ["grade:poor"],
    ["limit", 24],
    ["两年内不受理新的申报", "No new application for two years"],
    use,
  ),
  row(
    "balance_concluded",
    ["result:concluded"],
    ["refund", null],
    ["核算并退回未使用的财政经费", "The unused grant is computed and returned"],
    accounts,
  ),
  row(
    "refund_failed",
    ["result:failed"],
    ["refund", null],
    ["核算并退回结余和违规使用经费", "Balance and irregular spending are computed and returned"],
    accounts,
  ),
  row(
    "limit_failed",
    ["result:failed"],
    ["limit", 36],
    ["三年内不受理新的申报", "No new application for three years"],
    use,
  ),
  row(
    "case_misconduct",
    ["cause:false_documents", "cause:money_misuse", "cause:unauthorised_change"],
    ["integrity_case", null],
    ["移交科研诚信调查", "Handed to an integrity investigation"],
    conduct,
  ),
  row(
    "watch_faded",
    ["rating:faded"],
    ["attention", 12],
    ["跟踪未达承诺，评审时提示", "Faded in the follow-up; shown in review"],
    use,
  ),
  row(
    "limit_silent",
    ["tracking:silent"],
    ["limit", null],
    [
      "逾期未报跟踪评价，补报前不受理新的申报",
      "No new application until the overdue follow-up is handed in",
    ],
    use,
  ),
];
