import type { Tx } from "@/lib/db/client";
import { invalidField } from "@/lib/kernel/errors";
import { sumYuan, wanYuanField } from "@/lib/kernel/money";
import { loadNumbers } from "@/lib/reference/settings";
import { numberOf } from "../rules";
import { computedRating, type FollowUpRating, type Kept } from "./rules";

/** Promised indicators that a follow-up report answers, and the kind of outcome that does. */
const promised = [
  { indicatorCode: "E1", kind: "sales", measure: "lastYear" },
  { indicatorCode: "E3", kind: "profit_tax", measure: "lastYear" },
  { indicatorCode: "S3", kind: "jobs", measure: "sum" },
  { indicatorCode: "Q2", kind: "patent_granted", measure: "sum" },
] as const;

export interface RatingBasis {
  figures: Kept[];
  /** Confirmed later projects of an upper level. */
  upperProjects: number;
  /** Mean share of the promise, percent with one decimal; null where nothing can be compared. */
  share: string | null;
  rating: FollowUpRating | null;
}

/**
 * What the closing rating stands on: the last baseline's sales, profit and tax, jobs and patents
 * beside what the confirmed reports told (yearly figures of the last year, jobs and patents summed
 * over the years), and later projects of an upper level.
 */
export async function ratingBasis(tx: Tx, projectId: string, now: Date): Promise<RatingBasis> {
  const outcomes = await confirmedOutcomes(tx, projectId);
  const lastYear = Math.max(0, ...outcomes.map(({ year }) => year));
  const figures = (await promisesOf(tx, projectId)).map(({ indicatorCode, value }): Kept => {
    const row = promised.find((each) => each.indicatorCode === indicatorCode);
    const rows = outcomes.filter(
      ({ kind, year }) => kind === row?.kind && (row.measure === "sum" || year === lastYear),
    );
    return { indicatorCode, promised: value, reached: reachedOf(rows) };
  });
  const upperProjects = outcomes.filter(({ kind }) => kind === "upper_project").length;
  const numbers = await loadNumbers(tx, now);
  const bounds = {
    grown: numberOf(numbers, "follow_up_grown_pct"),
    kept: numberOf(numbers, "follow_up_kept_pct"),
  };
  const known = outcomes.length > 0 ? figures : [];
  return { figures: known, upperProjects, ...computedRating(known, upperProjects, bounds) };
}

interface ConfirmedOutcome {
  kind: string;
  year: number;
  amount: string | null;
  count: number | null;
}

async function confirmedOutcomes(tx: Tx, projectId: string): Promise<ConfirmedOutcome[]> {
  const rows = await tx.outcome.findMany({
    where: { projectId, confirmedAt: { not: null } },
    select: { kind: true, year: true, amount: true, count: true },
  });
  return rows.map((row) => ({ ...row, amount: row.amount?.toFixed(2) ?? null }));
}

/** Money in 万元 as the targets are told, or a number. */
function reachedOf(rows: readonly ConfirmedOutcome[]): string {
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  if (amounts.length > 0) return wanYuanField(sumYuan(amounts));
  return String(rows.reduce((sum, { count }) => sum + (count ?? 0), 0));
}

/** The targets of the last baseline that the follow-up answers. */
async function promisesOf(tx: Tx, projectId: string) {
  const baseline = await tx.baseline.findFirst({
    where: { projectId },
    orderBy: { version: "desc" },
    select: {
      targets: {
        where: { indicatorCode: { in: promised.map(({ indicatorCode }) => indicatorCode) } },
        orderBy: { position: "asc" },
        select: { indicatorCode: true, value: true },
      },
    },
  });
  return baseline?.targets ?? [];
}

/**
 * The rating that goes on record: what the figures give unless the officer states another one, with
 * his reason (422 without it, or where the figures give none and none is stated).
 */
export function settledRating(
  basis: RatingBasis,
  stated: { rating?: FollowUpRating; ratingReason?: string },
): FollowUpRating {
  const { rating = basis.rating, ratingReason } = stated;
  if (rating === null) throw invalidField("rating", "rating_not_computable");
  if (rating !== basis.rating && !ratingReason) {
    throw invalidField("ratingReason", "rating_reason_required");
  }
  return rating;
}
