import { setRow } from "../scoring/set-row";

const share = (weight: string, target = "100") => ["at_least", "percent", target, weight] as const;
const judged = (weight: string) => ["qualitative", "band", "achieved", weight] as const;

const initiation = ["decision", "initiation"] as const;
const objectives = ["decision", "objectives"] as const;
const allocation = ["decision", "allocation"] as const;
const funds = ["process", "fund_management"] as const;
const organisation = ["process", "organisation"] as const;

/**
 * The frame of a department's evaluation (部门评价): decision, process, output, benefit; output and
 * benefit together 60 (domain.md §3.1). Weights can be moved on the form within that rule.
 */
export const departmentIndicatorSet = {
  code: "budget-department",
  version: 1,
  title: { zh: "部门评价指标体系（默认）", en: "Department evaluation of a budget item (default)" },
  indicators: [
    setRow("D1", initiation, ["立项依据充分性", "Grounds for setting up"], judged("3")),
    setRow(
      "D2",
      initiation,
      ["立项程序规范性", "Projects set up by the full procedure"],
      share("3"),
    ),
    setRow("D3", objectives, ["绩效目标合理性", "Soundness of objectives"], judged("3")),
    setRow("D4", objectives, ["绩效指标明确性", "Targets stated in figures"], share("3", "80")),
    setRow("D5", allocation, ["预算编制科学性", "Soundness of the budget"], judged("4")),
    setRow("D6", allocation, ["资金分配合理性", "Soundness of the allocation"], judged("4")),
    setRow("P1", funds, ["资金到位率", "Funds that reached the units"], share("4")),
    setRow("P2", funds, ["预算执行率", "Budget execution rate"], share("4")),
    setRow("P3", funds, ["违规支出笔数", "Irregular payments"], ["equal", "count", "0", "4"]),
    setRow("P4", organisation, ["管理制度健全性", "Rules in place"], judged("4")),
    setRow("P5", organisation, ["年度报告按时率", "Annual reports on time"], share("4", "90")),
    setRow("O1", ["output", "quantity"], ["产出数量完成率", "Output: quantity"], share("10")),
    setRow("O2", ["output", "quality"], ["产出质量达标率", "Output: quality"], share("10")),
    setRow("O3", ["output", "timeliness"], ["产出时效达标率", "Output: timeliness"], share("5")),
    setRow("O4", ["output", "cost"], ["成本控制达标率", "Output: cost"], share("5")),
    setRow("B1", ["benefit", "economic"], ["经济效益实现率", "Economic benefit"], share("8")),
    setRow("B2", ["benefit", "social"], ["社会效益实现率", "Social benefit"], share("6")),
    setRow("B3", ["benefit", "ecological"], ["生态效益实现率", "Ecological benefit"], share("4")),
    setRow("B4", ["benefit", "sustainable"], ["可持续影响实现率", "Lasting effect"], share("4")),
    setRow("B5", ["benefit", "satisfaction"], ["满意度", "Satisfaction"], share("8", "90")),
  ],
} as const;
