import type { Achievement, Grade, Level } from "./rule";

export const indicatorKinds = [
  "at_least",
  "equal",
  "at_most",
  "qualitative",
  "budget_execution",
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** Decimal text, or the two numbers behind it; with the unit `percent` their quotient counts ×100. */
export type Measured = { value: string } | { numerator: string; denominator: string };

/** One indicator as the baseline froze it. */
export interface ScoredIndicator {
  code: string;
  level1: Level;
  level2: string;
  kind: IndicatorKind;
  unit: string;
  weight: string;
  /** Null only for a qualitative indicator. */
  target: Measured | null;
  /** A main target of the contract (核心指标). */
  core?: boolean;
  dimensions?: readonly string[];
}

/** What was reached, and what the unit and the reviewer wrote about it. */
export interface ScoredLine {
  code: string;
  /** The result of a quantitative indicator. */
  actual?: Measured | null;
  /** A qualitative indicator's band, and the score that the reviewer gives inside it. */
  achievement?: Achievement | null;
  score?: string | null;
  /** Taken off for a target set too low, in percent of the weight. */
  deductionPercent?: number;
  deductionReason?: string | null;
  cause?: string | null;
  reason?: string | null;
  improvement?: string | null;
  notApplicable?: boolean;
  /** An officer agreed that the indicator doesn't apply. */
  notApplicableConsent?: boolean;
}

export type LineProblemCode =
  | "target_missing"
  | "target_not_a_number"
  | "target_negative"
  | "target_zero"
  | "actual_missing"
  | "actual_not_a_number"
  | "zero_denominator"
  | "weight_not_a_number"
  | "achievement_missing"
  | "score_missing"
  | "score_not_a_number"
  | "score_too_precise"
  | "score_out_of_band"
  | "deduction_not_allowed"
  | "deduction_without_over_achievement"
  | "deduction_reason_missing"
  | "consent_missing"
  | "reason_missing"
  | "improvement_missing"
  | "cause_unknown"
  | "line_repeated"
  | "indicator_unknown";

export interface LineProblem {
  code: LineProblemCode;
  params: Record<string, string | number>;
}

export interface LineResult {
  code: string;
  level1: Level;
  level2: string;
  weight: string;
  /** Null when it can't be scored or doesn't apply. */
  score: string | null;
  notApplicable: boolean;
  worse: boolean;
  overAchieved: boolean;
  reasonRequired: boolean;
  improvementRequired: boolean;
  problems: readonly LineProblem[];
}

export interface Subtotal {
  key: string;
  score: string;
  /** Weight of the lines that apply. */
  weight: string;
}

export interface ScoreResult {
  lines: readonly LineResult[];
  levels: readonly Subtotal[];
  dimensions: readonly Subtotal[];
  /** Sum of the lines as scored, before rescaling. */
  sum: string;
  /** Weight of the lines that apply; below 100 the total is rescaled. */
  applicableWeight: string;
  /** Null until every applicable line has a score. */
  total: string | null;
  grade: Grade | null;
  coreMissed: readonly string[];
  /** Lines of indicators that the set doesn't hold, and other faults of no single indicator. */
  problems: readonly LineProblem[];
}
