/** How the part of a weight for a missed upper limit falls: in proportion to the excess, or as t/a. */
export const reverseVariants = ["linear", "ratio"] as const;
export type ReverseVariant = (typeof reverseVariants)[number];

export const achievements = ["achieved", "partly", "not_achieved"] as const;
export type Achievement = (typeof achievements)[number];

export const grades = ["excellent", "good", "fair", "poor"] as const;
export type Grade = (typeof grades)[number];

export const levels = ["execution", "output", "benefit", "satisfaction"] as const;
export type Level = (typeof levels)[number];

/** A share of the weight in percent; the top band ends with its upper bound, the others before it. */
export interface Band {
  achievement: Achievement;
  from: string;
  to: string;
  toIncluded: boolean;
}

/** One frozen version of the scoring rules (domain.md §3.2). Numbers are decimal text. */
export interface ScoringRule {
  code: string;
  version: number;
  places: number;
  reverse: ReverseVariant;
  /** From this multiple of the target on, over-achievement must be explained. */
  overAchievement: string;
  /** What a reviewer may take off an over-achieved indicator, in percent of its weight. */
  deductions: readonly number[];
  bands: readonly Band[];
  /** Lower bounds of the total, best first; the last starts at 0. */
  grades: readonly { grade: Grade; from: string }[];
  /** Weight of each first level; together they are the full score. */
  levels: Readonly<Record<Level, string>>;
}

/** The rule that a new installation starts with; a later version is a new row, never an edit. */
export const defaultRule: ScoringRule = {
  code: "performance",
  version: 1,
  places: 2,
  reverse: "linear",
  overAchievement: "1.3",
  deductions: [0, 10, 20, 30],
  bands: [
    { achievement: "achieved", from: "80", to: "100", toIncluded: true },
    { achievement: "partly", from: "60", to: "80", toIncluded: false },
    { achievement: "not_achieved", from: "0", to: "60", toIncluded: false },
  ],
  grades: [
    { grade: "excellent", from: "90" },
    { grade: "good", from: "80" },
    { grade: "fair", from: "60" },
    { grade: "poor", from: "0" },
  ],
  levels: { execution: "10", output: "50", benefit: "30", satisfaction: "10" },
};

/** Causes of a deviation (domain.md §3.2); zh and en stand in the code list `deviation_cause`. */
export const deviationCauses = [
  "target",
  "funds",
  "technology",
  "partner",
  "market",
  "policy",
  "force_majeure",
] as const;
