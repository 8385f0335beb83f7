import type { Achievement, Level } from "./rule";
import type { IndicatorKind } from "./types";

/** The paper's four wishes for an evaluation. */
export const dimensions = ["ecology", "local", "pillar", "input_output"] as const;
export type Dimension = (typeof dimensions)[number];

/** An indicator as a set offers it; units, levels and dimensions are named in the code lists. */
export interface IndicatorRow {
  code: string;
  level1: Level;
  level2: string;
  zh: string;
  en: string;
  kind: IndicatorKind;
  unit: string;
  weight: string;
  /** Null where the project's own budget is the target; a band for qualitative indicators. */
  defaultTarget: string | null;
  dimensions: readonly Dimension[];
}

type Rest = [kind: IndicatorKind, unit: string, defaultTarget: string | null, weight: string];

const row = (
  code: string,
  place: readonly [Level, string],
  zh: string,
  en: string,
  [kind, unit, defaultTarget, weight]: Rest,
  ...tags: Dimension[]
): IndicatorRow => {
  const [level1, level2] = place;
  return { code, level1, level2, zh, en, kind, unit, weight, defaultTarget, dimensions: tags };
};

const execution = ["execution", "execution"] as const;
const quantity = ["output", "quantity"] as const;
const quality = ["output", "quality"] as const;
const timeliness = ["output", "timeliness"] as const;
const cost = ["output", "cost"] as const;
const economic = ["benefit", "economic"] as const;
const social = ["benefit", "social"] as const;
const ecological = ["benefit", "ecological"] as const;
const sustainable = ["benefit", "sustainable"] as const;
const satisfaction = ["satisfaction", "satisfaction"] as const;
const achieved: Achievement = "achieved";

/** The default indicator set of domain.md §3.3: 24 indicators, 10 + 50 + 30 + 10 points. */
export const defaultIndicatorSet = {
  code: "international-cooperation",
  version: 1,
  title: {
    zh: "国际科技合作项目绩效指标（默认）",
    en: "Performance indicators for international cooperation projects (default)",
  },
  /** Weight of each second level, to which its indicators must add. */
  parents: {
    execution: "10",
    quantity: "20",
    quality: "14",
    timeliness: "8",
    cost: "8",
    economic: "12",
    social: "8",
    ecological: "5",
    sustainable: "5",
    satisfaction: "10",
  },
  indicators: [
    row(
      "B0",
      execution,
      "预算执行率",
      "Budget execution rate",
      ["budget_execution", "wan_yuan", null, "10"],
      "input_output",
    ),
    row(
      "Q1",
      quantity,
      "掌握引进关键技术",
      "Imported key technologies mastered",
      ["at_least", "item", "3", "6"],
      "pillar",
    ),
    row("Q2", quantity, "授权发明专利", "Invention patents granted", [
      "at_least",
      "piece",
      "2",
      "6",
    ]),
    row("Q3", quantity, "新产品/样机", "New products or prototypes", [
      "at_least",
      "item",
      "2",
      "4",
    ]),
    row("Q4", quantity, "联合培养人才", "People trained jointly", ["at_least", "person", "5", "4"]),
    row("L1", quality, "合同技术指标达标率", "Contract technical targets met", [
      "equal",
      "percent",
      "100",
      "6",
    ]),
    row("L2", quality, "技术就绪水平提升级数", "Technology readiness levels gained", [
      "at_least",
      "level",
      "3",
      "4",
    ]),
    row(
      "L3",
      quality,
      "国产化率",
      "Localisation rate",
      ["at_least", "percent", "70", "4"],
      "pillar",
    ),
    row("T1", timeliness, "里程碑按期率", "Milestones on time", ["at_least", "percent", "90", "5"]),
    row("T2", timeliness, "报告按时率", "Reports on time", ["equal", "percent", "100", "3"]),
    row(
      "K1",
      cost,
      "总投入控制",
      "Total input kept to the budget",
      ["at_most", "wan_yuan", null, "4"],
      "input_output",
    ),
    row("K2", cost, "违规支出笔数", "Irregular payments", ["equal", "count", "0", "4"]),
    row(
      "E1",
      economic,
      "新增销售收入",
      "Additional sales",
      ["at_least", "wan_yuan", "2000", "6"],
      "input_output",
    ),
    row(
      "E2",
      economic,
      "投入产出比（销售÷投入）",
      "Sales per unit of input",
      ["at_least", "ratio", "6.0", "3"],
      "input_output",
    ),
    row("E3", economic, "新增利税", "Additional profit and tax", [
      "at_least",
      "wan_yuan",
      "150",
      "3",
    ]),
    row(
      "S1",
      social,
      "支柱产业链关联度",
      "Link to the pillar industry chain",
      ["qualitative", "band", achieved, "3"],
      "pillar",
    ),
    row(
      "S2",
      social,
      "本地配套采购率",
      "Local purchasing rate",
      ["at_least", "percent", "30", "3"],
      "local",
    ),
    row("S3", social, "新增就业", "Jobs created", ["at_least", "person", "10", "2"], "local"),
    row(
      "N1",
      ecological,
      "单位产品综合能耗",
      "Energy used per unit of product",
      ["at_most", "kwh", "40", "3"],
      "ecology",
    ),
    row(
      "N2",
      ecological,
      "环保处罚次数",
      "Environmental penalties",
      ["equal", "count", "0", "2"],
      "ecology",
    ),
    row(
      "U1",
      sustainable,
      "自主改型产品收入占比",
      "Share of income from own designs",
      ["at_least", "percent", "30", "3"],
      "pillar",
    ),
    row("U2", sustainable, "后续合作安排", "Arrangements for further cooperation", [
      "qualitative",
      "band",
      achieved,
      "2",
    ]),
    row("M1", satisfaction, "中外合作方满意度", "Satisfaction of both partners", [
      "at_least",
      "percent",
      "90",
      "5",
    ]),
    row(
      "M2",
      satisfaction,
      "用户/主管部门满意度",
      "Satisfaction of users and the supervising body",
      ["at_least", "percent", "90", "5"],
    ),
  ] satisfies readonly IndicatorRow[],
} as const;
