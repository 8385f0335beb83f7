import { defaultIndicatorSet } from "./default-indicator-set";
import type { ScoredIndicator, ScoredLine } from "./types";

/** The synthetic project of domain.md §3.3: budget 300, spent 276. */
const budget = "300";

export const exampleIndicators: ScoredIndicator[] = defaultIndicatorSet.indicators.map((row) => ({
  ...row,
  target: row.kind === "qualitative" ? null : { value: row.defaultTarget ?? budget },
}));

const explained = { reason: "说明", improvement: "改进", cause: "market" };

const results: Record<string, string> = {
  B0: "276",
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

export const exampleLines: ScoredLine[] = [
  ...Object.entries(results).map(([code, value]) => ({
    code,
    actual: { value },
    ...explained,
    ...(code === "Q3" ? { deductionPercent: 10, deductionReason: "目标设定偏低" } : {}),
  })),
  { code: "S1", achievement: "achieved", score: "2.70", ...explained },
  { code: "U2", achievement: "partly", score: "1.40", ...explained },
];

/** The scores printed in domain.md §3.3. */
export const exampleScores: Record<string, string> = {
  B0: "9.20",
  Q1: "4.00",
  Q2: "3.00",
  Q3: "3.60",
  Q4: "4.00",
  L1: "5.70",
  L2: "4.00",
  L3: "3.60",
  T1: "4.44",
  T2: "3.00",
  K1: "4.00",
  K2: "4.00",
  E1: "4.92",
  E2: "2.97",
  E3: "3.00",
  S1: "2.70",
  S2: "2.40",
  S3: "2.00",
  N1: "2.70",
  N2: "2.00",
  U1: "2.70",
  U2: "1.40",
  M1: "5.00",
  M2: "4.50",
};

export const exampleReasons = "B0 Q1 Q2 Q3 L1 L3 T1 E1 E2 S2 N1 U1 U2 M2".split(" ");
