import type { Criterion, FigureDefinition, LedgerTemplateDefinition } from "./template";

const importFigures: FigureDefinition[] = [
  { code: "contract_value", zh: "合同金额", en: "Contract value", unit: "yuan", formula: "value" },
  { code: "paid", zh: "已支付金额", en: "Paid", unit: "yuan", formula: "value" },
  {
    code: "items_received",
    zh: "资料接收率",
    en: "Data items received",
    unit: "percent",
    formula: "ratio",
  },
];

const digestLink = {
  link: "digest" as const,
  criteria: [
    {
      code: "points_explained",
      zh: "约定技术要点80%以上已形成自有文件",
      en: "At least 80% of the agreed technical points explained in own documents",
      threshold: { figure: { code: "points_mastered", atLeast: 80 } },
    },
    {
      code: "reproduced",
      zh: "关键技术掌握度达到2级（无外方工程师可复现）",
      en: "Mastery of at least 2: reproduced without foreign engineers",
      threshold: { mastery: 2 },
    },
    { code: "staff_certified", zh: "人员培训并考核合格", en: "Staff trained and certified" },
  ] satisfies Criterion[],
  figures: [
    {
      code: "points_mastered",
      zh: "技术要点掌握率",
      en: "Technical points mastered",
      unit: "percent",
      formula: "ratio",
    },
    {
      code: "people_certified",
      zh: "考核合格人数",
      en: "People certified",
      unit: "person",
      formula: "value",
    },
  ] satisfies FigureDefinition[],
};

const absorbLink = {
  link: "absorb" as const,
  criteria: [
    {
      code: "local_production",
      zh: "无外方工程师条件下实现本地生产",
      en: "Local production without foreign engineers",
    },
    { code: "localisation_reached", zh: "国产化率达到目标", en: "Localisation rate at target" },
    { code: "yield_reached", zh: "合格率达到目标", en: "Yield at target" },
    {
      code: "readiness_reached",
      zh: "技术就绪度达到规定等级",
      en: "Technology readiness at the threshold of its scale",
      threshold: { trl: { qd13: 8, gb9: 7 } },
    },
  ] satisfies Criterion[],
  figures: [
    {
      code: "localisation",
      zh: "国产化率（按进口件价值与总成本）",
      en: "Localisation (imported parts over total cost)",
      unit: "percent",
      formula: "complement",
    },
    { code: "yield", zh: "合格率", en: "Yield", unit: "percent", formula: "ratio" },
    {
      code: "local_purchase",
      zh: "本地采购占比",
      en: "Local purchase share",
      unit: "percent",
      formula: "ratio",
    },
  ] satisfies FigureDefinition[],
};

const reinnovateLink = {
  link: "reinnovate" as const,
  criteria: [
    {
      code: "own_right_or_product",
      zh: "引进后申请自主知识产权或认定新产品，并附差异说明",
      en: "An own right filed after import or an identified new product, with a difference statement",
    },
    {
      code: "improved",
      zh: "主要技术掌握度达到3级（可改进）",
      en: "Mastery of at least 3 on main technology",
      threshold: { mastery: 3, mainOnly: true },
    },
  ] satisfies Criterion[],
  figures: [
    {
      code: "own_design_sales",
      zh: "自主设计产品销售占比",
      en: "Own-design share of sales",
      unit: "percent",
      formula: "ratio",
    },
    {
      code: "licences_out",
      zh: "对外许可数",
      en: "Licences granted",
      unit: "item",
      formula: "value",
    },
  ] satisfies FigureDefinition[],
};

const importCriteria: Criterion[] = [
  {
    code: "contract_registered",
    zh: "合同已签订并登记",
    en: "Contract signed and registered",
  },
  { code: "data_checked", zh: "约定资料已接收并核验", en: "Agreed data pack received and checked" },
  {
    code: "clauses_checked",
    zh: "出口管制与知识产权条款已核查",
    en: "Export-control and IP clauses checked",
  },
];

const jointCriteria: Criterion[] = [
  { code: "joint_plan", zh: "联合研发计划已签订", en: "Joint plan signed" },
  {
    code: "ip_clauses",
    zh: "背景与前景知识产权条款已明确",
    en: "Background and foreground IP clauses agreed",
  },
  { code: "data_received", zh: "约定资料已接收", en: "Agreed data received" },
];

const acquisitionCriteria: Criterion[] = [
  { code: "integration_plan", zh: "整合方案已确定", en: "Integration plan adopted" },
  { code: "local_research", zh: "已开展本地研发", en: "Local research and development begun" },
];

const withImport = (criteria: Criterion[]): LedgerTemplateDefinition => ({
  links: [
    { link: "import", criteria, figures: importFigures },
    digestLink,
    absorbLink,
    reinnovateLink,
  ],
});

/** The first version of the ledger template of each cooperation mode that has one (domain.md §2, §2.2). */
export const defaultLedgerTemplates: Readonly<Record<string, LedgerTemplateDefinition>> = {
  M1: withImport(importCriteria),
  M2: withImport(jointCriteria),
  M3: withImport(jointCriteria),
  M4: withImport(acquisitionCriteria),
  M5: withImport(acquisitionCriteria),
  M6: withImport(acquisitionCriteria),
};
