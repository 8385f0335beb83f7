interface Text {
  zh: string;
  en: string;
}

interface CriterionRow extends Text {
  code: string;
  weight: number;
  min: 0;
  max: number;
  hint: Text;
}

const criterion = (
  code: string,
  points: number,
  zh: string,
  en: string,
  hintZh: string,
  hintEn: string,
): CriterionRow => ({
  code,
  zh,
  en,
  weight: points,
  min: 0,
  max: points,
  hint: { zh: hintZh, en: hintEn },
});

/** The experts' default score sheet: points of six criteria, 100 together. */
export const defaultScoreSheet = {
  code: "expert-review",
  version: 1,
  title: {
    zh: "国际科技合作项目专家评审表",
    en: "Expert score sheet for international cooperation projects",
  },
  criteria: [
    criterion(
      "necessity",
      20,
      "合作必要性与创新性",
      "Need for the cooperation and novelty",
      "是否为本地急需、国内尚缺的技术，创新点是否清楚",
      "Is the technology needed here and lacking at home, and is what is new clear?",
    ),
    criterion(
      "partner",
      15,
      "外方合作单位水平",
      "Foreign partner's level",
      "外方技术水平、合作基础与协议的可执行性",
      "Its technical level, the ground for cooperation and an agreement that can be carried out",
    ),
    criterion(
      "absorption",
      25,
      "引进消化吸收再创新方案",
      "Plan to import, digest, absorb and re-innovate",
      "关键技术、各环节计划与掌握程度目标是否明确可考核",
      "Are key technologies, the plan of each link and the mastery aimed at clear and measurable?",
    ),
    criterion(
      "industry",
      20,
      "对本地产业的带动作用",
      "Effect on local industry",
      "与支柱产业、地方特色产业的关联，经济与生态效益",
      "Its link to pillar and local characteristic industries, economic and ecological benefit",
    ),
    criterion(
      "team",
      10,
      "团队与经费预算",
      "Team and budget",
      "人员结构、研发条件，预算是否合理、自筹是否落实",
      "People and conditions, a reasonable budget, own funds secured",
    ),
    criterion(
      "risk",
      10,
      "风险与伦理安全",
      "Risk, ethics and security",
      "知识产权、出口管制、数据出境与科技伦理风险及对策",
      "Risks of intellectual property, export control, data export and ethics, and what is done about them",
    ),
  ],
};

interface ChecklistRow extends Text {
  code: string;
  document: string;
}

const item = (document: string, name: string, zh: string, en: string): ChecklistRow => ({
  code: name,
  document,
  zh,
  en,
});

/** What formal review checks, by document (domain.md §5.9, D01–D08); all must be yes (T09). */
export const formalReviewChecklist = {
  code: "formal-review",
  version: 1,
  items: [
    item(
      "D01",
      "proposal_complete",
      "申报书填写完整，项目名称、期限与指南一致",
      "The proposal is complete; title and term agree with the call",
    ),
    item(
      "D01",
      "unit_eligible",
      "申报单位符合申报条件，统一社会信用代码有效",
      "The unit is eligible and its credit code is valid",
    ),
    item(
      "D02",
      "pledge_signed",
      "诚信承诺书已由负责人和单位签署",
      "Investigator and unit have signed the integrity pledge",
    ),
    item(
      "D03",
      "agreement_valid",
      "合作协议中外文齐全，双方签署并在有效期内",
      "The agreement is there in both languages, signed by both sides and in force",
    ),
    item(
      "D03",
      "agreement_clauses",
      "合作协议明确任务分工与知识产权归属",
      "The agreement settles tasks and intellectual property",
    ),
    item(
      "D04",
      "partner_credentials",
      "外方资质证明真实有效",
      "The foreign partner's credentials are genuine and valid",
    ),
    item(
      "D05",
      "licence_and_accounts",
      "营业执照与最近年度财务报表齐全",
      "Business licence and latest financial statements are there",
    ),
    item(
      "D06",
      "budget_consistent",
      "预算科目规范，资助与自筹分列，合计一致",
      "Budget heads are right, grant and own funds are apart, sums agree",
    ),
    item(
      "D07",
      "targets_measurable",
      "绩效目标完整、可考核，权重合计正确",
      "Performance targets are complete and measurable, weights add up",
    ),
    item(
      "D08",
      "self_check_done",
      "知识产权、人类遗传资源、科技伦理、数据出境、出口管制自查完成并附证明",
      "Self-check of intellectual property, human genetic resources, ethics, data export and export control is done, with proof",
    ),
    item("D08", "no_state_secrets", "申报材料不含涉密内容", "The file holds no state secrets"),
  ],
};
