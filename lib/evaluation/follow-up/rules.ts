import {
  atLeast,
  decimalOf,
  divide,
  type Fraction,
  fraction,
  lesser,
  parseDecimal,
  toFixed,
  total,
} from "@/lib/kernel/fraction";
import type { OutcomeInput } from "./schema";

/** How a project stands against its promise when its follow-up ends. */
export const followUpRatings = ["grown", "kept", "faded"] as const;
export type FollowUpRating = (typeof followUpRatings)[number];

/** Is this text one of the three ratings? */
export const isFollowUpRating = (text: string | null): text is FollowUpRating =>
  followUpRatings.some((rating) => rating === text);

/** Years of follow-up that an installation may ask for: T+1 to T+5. */
export const trackingYears = (asked: number): number => Math.min(5, Math.max(1, Math.round(asked)));

export interface UpperProjectProblem {
  at: number;
  field: "level" | "number" | "amount";
}

/** A later project of an upper level counts only with its level, document and grant. */
export function upperProjectProblems(rows: readonly OutcomeInput[]): UpperProjectProblem[] {
  return rows.flatMap((row, at) => {
    if (row.kind !== "upper_project") return [];
    const missing: UpperProjectProblem["field"][] = [];
    if (!row.level) missing.push("level");
    if (!row.number) missing.push("number");
    if (!row.amount) missing.push("amount");
    return missing.map((field) => ({ at, field }));
  });
}

/** One promised figure and what the last year of follow-up reached, in the same unit. */
export interface Kept {
  indicatorCode: string;
  promised: string;
  reached: string;
}

export interface RatingBounds {
  /** Percent of the promise from which a project has grown. */
  grown: number;
  /** Percent of the promise from which it has kept it. */
  kept: number;
}

const two = fraction(2n);

/**
 * The rating that the figures give: the mean share of the promise that the last year reached, each
 * at most twice; a confirmed later project of an upper level means growth. Null where nothing that
 * was promised can be compared. Bounds are parameters [P].
 */
export function computedRating(
  figures: readonly Kept[],
  upperProjects: number,
  bounds: RatingBounds,
): { rating: FollowUpRating | null; share: string | null } {
  const shares = figures.flatMap((each) => shareOf(each) ?? []);
  const mean = shares.length > 0 ? divide(total(shares), fraction(BigInt(shares.length))) : null;
  return { rating: ratingOf(mean, upperProjects, bounds), share: mean && percent(mean) };
}

function ratingOf(
  mean: Fraction | null,
  upperProjects: number,
  bounds: RatingBounds,
): FollowUpRating | null {
  if (upperProjects > 0) return "grown";
  if (mean === null) return null;
  const reaches = (bound: number) => atLeast(mean, fraction(BigInt(Math.round(bound)), 100n));
  if (reaches(bounds.grown)) return "grown";
  return reaches(bounds.kept) ? "kept" : "faded";
}

function shareOf({ promised, reached }: Kept): Fraction | null {
  const target = parseDecimal(promised);
  if (target === null || target.n <= 0n) return null;
  return lesser(divide(decimalOf(reached), target), two);
}

const percent = (share: Fraction): string => toFixed({ n: share.n * 100n, d: share.d }, 1);
