interface Text {
  zh: string;
  en: string;
}

const kind = (zh: string, en: string): Text => ({ zh, en });

const agreement = kind("合作协议及知识产权条款", "Agreement with its IP clauses");
const handover = kind("资料交接清单", "List of data handed over");
const trialRun = kind("试生产报告", "Trial-run report");
const thirdPartyTest = kind("第三方检测报告", "Third-party test");

/** Kinds of evidence that prove an exit criterion of the ledger, by criterion (domain.md §2.2). */
export const evidenceKinds: Readonly<Record<string, readonly Text[]>> = {
  contract_registered: [
    kind("技术进口合同登记证", "Technology import registration certificate"),
    kind("付款凭证", "Payment vouchers"),
  ],
  data_checked: [handover],
  clauses_checked: [
    kind("知识产权条款", "IP clauses"),
    kind("出口管制核查记录", "Export-control check"),
  ],
  joint_plan: [kind("联合研发计划", "Joint plan"), agreement],
  ip_clauses: [agreement],
  data_received: [handover],
  integration_plan: [kind("整合方案", "Integration plan")],
  local_research: [
    kind("本地研发立项文件", "Order that begins local research"),
    kind("研发人员名册", "Roll of research staff"),
  ],
  points_explained: [kind("自有工艺文件", "Own process documents")],
  reproduced: [kind("复现试验报告", "Reproduction test report")],
  staff_certified: [kind("培训记录", "Training lists"), kind("考核证书", "Certificates")],
  local_production: [trialRun],
  localisation_reached: [kind("物料清单对比", "BOM comparison")],
  yield_reached: [trialRun, thirdPartyTest],
  readiness_reached: [thirdPartyTest],
  own_right_or_product: [
    kind("专利文件", "Patents"),
    kind("新产品鉴定", "New-product identification"),
    kind("标准", "Standards"),
    kind("差异说明", "Difference statement"),
  ],
  improved: [
    kind("技术合同登记证明", "Registered technology contract"),
    kind("销售证明", "Proof of sales"),
  ],
};

export interface MilestoneRow extends Text {
  code: string;
  evidence: readonly Text[];
}

const milestone = (code: string, zh: string, en: string, ...evidence: Text[]): MilestoneRow => ({
  code,
  zh,
  en,
  evidence,
});

/**
 * Milestones of the modes that keep no ledger (domain.md §2): platforms, transfer services, talent and
 * export. They stay out of the averages of mastery and absorption.
 */
export const milestoneTemplates: Readonly<
  Record<string, { version: 1; milestones: readonly MilestoneRow[] }>
> = {
  M7: {
    version: 1,
    milestones: [
      milestone("agreement", "共建协议签订", "Agreement signed", agreement),
      milestone(
        "opened",
        "场地、设备与人员到位，平台运行",
        "Premises, equipment and people in place, platform running",
        kind("验收或揭牌材料", "Proof of opening"),
      ),
      milestone(
        "services",
        "开展服务或研发任务",
        "Services or research tasks carried out",
        kind("服务合同", "Service contracts"),
      ),
      milestone("review", "平台绩效考核", "Platform reviewed", kind("考核报告", "Review report")),
    ],
  },
  M8: {
    version: 1,
    milestones: [
      milestone(
        "demand",
        "技术需求与供给征集",
        "Demand and supply collected",
        kind("需求清单", "List of demands"),
      ),
      milestone("matching", "对接活动", "Matching held", kind("对接记录", "Records of matching")),
      milestone(
        "contracts",
        "技术合同签订并登记",
        "Technology contracts signed and registered",
        kind("技术合同登记证明", "Registered technology contract"),
      ),
      milestone(
        "follow_up",
        "转移成效跟踪",
        "Results of transfers followed up",
        kind("用户证明", "Users' statements"),
      ),
    ],
  },
  M9: {
    version: 1,
    milestones: [
      milestone(
        "engagement",
        "引进协议签订",
        "Engagement agreed",
        kind("聘用协议", "Engagement agreement"),
      ),
      milestone(
        "arrival",
        "人才到岗",
        "People at work",
        kind("工作许可与到岗证明", "Work permits and proof of arrival"),
      ),
      milestone(
        "training",
        "培养本地团队",
        "Local team trained",
        kind("培训记录", "Training lists"),
      ),
      milestone(
        "retention",
        "十二个月后在岗情况",
        "Still employed after twelve months",
        kind("社保或在岗证明", "Proof of employment"),
      ),
    ],
  },
  M10: {
    version: 1,
    milestones: [
      milestone(
        "export_check",
        "技术出口管制核查",
        "Export-control check",
        kind("核查记录或许可证", "Record of the check or licence"),
      ),
      milestone(
        "export_registration",
        "技术出口合同登记",
        "Export contract registered",
        kind("技术出口合同登记证", "Technology export registration certificate"),
      ),
      milestone("delivery", "技术交付", "Technology delivered", handover),
      milestone(
        "income",
        "技术收入到账",
        "Income received",
        kind("收汇凭证", "Proof of foreign exchange received"),
      ),
    ],
  },
};
