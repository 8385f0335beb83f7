import type { Answer, Answers } from "./form";

/** A project of the paper's Table 1; its money, targets and results are those of domain.md §3.3. */
export const title = "核磁共振引导聚焦超声治疗肝癌技术研发及产业化";

interface TechnologyLine {
  name: string;
  weight: string;
  main: boolean;
  points: string;
}

const technologies: readonly TechnologyLine[] = [
  { name: "聚焦超声相控换能器", weight: "0.5", main: true, points: "20" },
  { name: "磁共振实时测温", weight: "0.3", main: false, points: "12" },
  { name: "治疗计划软件", weight: "0.2", main: false, points: "10" },
];

/** Targets that the unit names itself; the set's defaults fill in the others. */
const targets: Readonly<Record<string, string>> = {
  Q1: "3",
  Q2: "2",
  Q3: "2",
  Q4: "5",
  L3: "70",
  E1: "2000",
  E2: "6.0",
};

const undertaking = (radio: (main: boolean) => string | boolean): Answers => ({
  technologies: technologies.map(({ name, weight, main, points }) => ({
    name,
    weight,
    main: radio(main),
    trlScaleId: "qd13",
    trlStart: "5",
    pointsTotal: points,
    importBy: "2026-12-31",
    digestBy: "2027-06-30",
    absorbBy: "2027-12-31",
    reinnovateBy: "2028-06-30",
  })),
  targets: Object.entries(targets).map(([indicatorCode, value]) => ({
    indicatorCode: `${indicatorCode} `,
    value,
  })),
  milestones: [
    { name: "完成技术资料交接", plannedOn: "2026-12-31" },
    { name: "样机试制", plannedOn: "2027-12-31" },
  ],
  tranches: [
    { condition: "合同生效", amount: "36", plannedOn: "2026-09-30" },
    { condition: "通过验收", amount: "24" },
  ],
});

export const contractUndertaking = undertaking((main) => main);
export const contractTerms = "各方按合同约定履行义务，外方技术资料按附件清单交付。";

/** The application form, as the filler types it. */
export const proposal: Answers = {
  title,
  titleEn: "MR-guided focused ultrasound against liver cancer: development and industrialisation",
  countryCode: "以色列",
  industryCode: "新医药",
  cooperationMode: "M1",
  startsOn: "2026-07-01",
  endsOn: "2028-06-30",
  partners: [{ name: "以色列聚焦超声公司", countryCode: "以色列", type: "企业" }],
  investigator: { name: "周明", title: "研究员" },
  summary: "引进并消化聚焦超声治疗技术。",
  background: "双方已签署合作协议，外方提供换能器与测温技术资料。",
  undertaking: undertaking((main) => main),
  grantRequested: "60",
  ownFunds: "240",
  budget: [
    { source: "city", head: "设备费", amount: "60" },
    { source: "own", head: "业务费", amount: "240" },
  ],
  selfCheck: { humanGenetic: "na", ethicsReview: "yes", dataExport: "na", exportControl: "yes" },
  pledge: { signed: true, signedName: "周明" },
  documents: {
    papers: [
      { name: "合作协议.pdf", kind: "D03" },
      { name: "外方资质.pdf", kind: "D04" },
      { name: "营业执照.pdf", kind: "D05" },
    ],
  },
};

/** Self values of domain.md §3.3; the budget's execution is computed. */
const results: Readonly<Record<string, string>> = {
  Q1: "2",
  Q2: "1",
  Q3: "3",
  Q4: "6",
  L1: "95",
  L2: "3",
  L3: "63",
  T1: "80",
  T2: "100",
  K1: "276",
  K2: "0",
  E1: "1640",
  E2: "5.94",
  E3: "165",
  S2: "24",
  S3: "12",
  N1: "44",
  N2: "0",
  U1: "27",
  M1: "93",
  M2: "81",
};

const bands: Readonly<Record<string, { achievement: string; score: string }>> = {
  S1: { achievement: "achieved", score: "2.70" },
  U2: { achievement: "partly", score: "1.40" },
};

/** Indicators whose target was missed or far exceeded: a reason is mandatory (domain.md §3.3). */
const explained = new Set("B0 Q1 Q2 Q3 L1 L3 T1 E1 E2 S2 N1 U1 U2 M2".split(" "));

const why = (code: string): Answers =>
  explained.has(code)
    ? { cause: "market", reason: "受市场影响", improvement: "拓展市场、补足能力" }
    : {};

/** The lines of the self-evaluation by the beginning of their name. */
export const statedLines: Readonly<Record<string, Answers>> = Object.fromEntries([
  ["B0 ", why("B0")] as const,
  ...Object.entries(results).map(([code, value]) => [`${code} `, { value, ...why(code) }] as const),
  ...Object.entries(bands).map(([code, band]) => [`${code} `, { ...band, ...why(code) }] as const),
]);

const selfEvaluation: Answers = { lines: { lines: statedLines } };

/** The same self-evaluation as the form sends it. */
export const selfLines: readonly { indicatorCode: string; [key: string]: Answer }[] = [
  { indicatorCode: "B0", ...why("B0") },
  ...Object.entries(results).map(([code, value]) => ({
    indicatorCode: code,
    value,
    ...why(code),
  })),
  ...Object.entries(bands).map(([code, band]) => ({ indicatorCode: code, ...band, ...why(code) })),
];

/** The audit takes 10 % off Q3, whose target was set low. */
export const auditedLines: Readonly<Record<string, Answers>> = {
  "Q3 ": { deductionPercent: "10", reason: "目标值设定偏低" },
};

/** The audit takes everything else as stated. */
export const auditLines: Answers = {
  spent: "276",
  lines: { lines: auditedLines },
  opinion: "数据属实，完成了合同约定的主要任务。",
};

/** File and self-evaluation are one form. */
export const acceptanceFile: Answers = {
  ...selfEvaluation,
  summary: "完成了约定的引进、消化、吸收与再创新工作。",
  finalAccount: {
    grantSpent: "60",
    ownSpent: "216",
    otherSpent: "0",
    irregularPayments: "0",
    auditReport: "演示会计师事务所 演审〔2029〕6号",
  },
  documents: {
    papers: ["D20", "D21", "D22", "D23", "D24", "D25"].map((kind) => ({
      name: `验收材料${kind}.pdf`,
      kind,
    })),
  },
};

export const trackingReport: Answers = {
  content: {
    summary: "产品持续销售，合作继续。",
    sales: "900",
    exports: "0",
    profitAndTax: "120",
    jobs: "5",
    patentsFiled: "1",
    patentsGranted: "1",
    standards: "0",
    followUpContracts: "1",
    followUpInvestment: "50",
  },
};
