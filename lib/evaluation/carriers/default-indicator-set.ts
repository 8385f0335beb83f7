import { setRow } from "../scoring/set-row";

const count = (target: string, weight: string) => ["at_least", "item", target, weight] as const;
const share = (target: string, weight: string) => ["at_least", "percent", target, weight] as const;
const money = (target: string, weight: string) => ["at_least", "wan_yuan", target, weight] as const;

const introduction = ["bringing", "introduction"] as const;
const deals = ["transfer", "deals"] as const;
const lasting = ["aftermath", "lasting"] as const;

/**
 * What an intermediary or platform is evaluated by: what it contributed, not what it spent. Targets
 * are starting values of this design and stand in the versioned row.
 */
export const carrierIndicatorSet = {
  code: "carrier-contribution",
  version: 1,
  title: {
    zh: "服务机构与平台绩效指标（默认）",
    en: "Performance of intermediaries and platforms (default)",
  },
  indicators: [
    setRow("C1", introduction, ["引荐合作项目数", "Projects brought"], count("3", "15")),
    setRow("C2", introduction, ["引荐项目立项率", "Share of them approved"], share("50", "15")),
    setRow(
      "C3",
      introduction,
      ["引荐项目合同经费", "Budget of those projects"],
      money("500", "10"),
    ),
    setRow("T1", deals, ["促成技术转移项数", "Technologies transferred"], count("2", "15")),
    setRow("T2", deals, ["技术转移合同额", "Value of the transfers"], money("200", "15")),
    setRow(
      "A1",
      lasting,
      ["引荐项目验收通过率", "Share that passed acceptance"],
      share("80", "10"),
    ),
    setRow("A2", lasting, ["引荐项目优良率", "Share graded excellent or good"], share("60", "10")),
    setRow("A3", lasting, ["后续成果产值", "Value of later outcomes"], money("300", "10")),
  ],
} as const;
