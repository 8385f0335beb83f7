import { codeList } from "./code-entry";

/** Technology readiness scales; levels of different scales are never compared (domain.md §2.1). */
const thirteen = "报告 方案 仿真 功能 初样 正样 环境 产品 系统 销售 盈亏 利润 回报".split(" ");
const thirteenEnglish =
  "Report, Scheme, Simulation, Function, Prototype, Formal sample, Environment, Product, System, Sales, Break-even, Profit, Return".split(
    ", ",
  );

/** `absorbed` is the level from which the link "absorb" may close. */
export const readinessScaleCodes = codeList("trl_scale", [
  ["qd13", "十三级就绪度量表", "Thirteen-level scale", { attributes: { levels: 13, absorbed: 8 } }],
  ["gb9", "九级就绪度量表", "Nine-level scale", { attributes: { levels: 9, absorbed: 7 } }],
]);

export const readinessLevelCodes = codeList("trl_level", [
  ...thirteen.map(
    (zh, i) =>
      [
        `qd13-${i + 1}`,
        `${i + 1} ${zh}级`,
        `${i + 1} ${thirteenEnglish[i] ?? ""}`,
        { parent: "qd13", attributes: { level: i + 1 } },
      ] as const,
  ),
  ...Array.from(
    { length: 9 },
    (_, i) =>
      [
        `gb9-${i + 1}`,
        `第${i + 1}级`,
        `Level ${i + 1}`,
        { parent: "gb9", attributes: { level: i + 1 } },
      ] as const,
  ),
]);

export const masteryCodes = codeList("mastery", [
  ["0", "未掌握", "None"],
  ["1", "能操作", "Can operate"],
  ["2", "能独立复现", "Can reproduce without foreign engineers"],
  ["3", "能改进", "Can improve"],
  ["4", "自主设计，可对外许可", "Own design, could license out"],
]);

export const ledgerLinkCodes = codeList("ledger_link", [
  ["import", "引进", "Import"],
  ["digest", "消化", "Digest"],
  ["absorb", "吸收", "Absorb"],
  ["reinnovate", "再创新", "Re-innovate"],
]);
