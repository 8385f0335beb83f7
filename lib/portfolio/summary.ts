import {
  coefficientOfVariation,
  concentrationRatio,
  effectiveNumber,
  gini,
  herfindahl,
  share,
  type Tier,
  tierOf,
  wShape,
  yearlyChanges,
} from "./measures";
import type { FundingTable } from "./queries";

/** Lower bounds of the tiers in yuan, both included. */
export interface TierBounds {
  first: number;
  second: number;
}

export interface FundingRow {
  code: string;
  /** Yuan of each year, in the table's order. */
  amounts: string[];
  total: string;
  /** Share of the table's total, 0–1. */
  share: number | null;
  tier: Tier;
  /** Spread over the years: population SD ÷ mean. */
  variation: number | null;
}

/** A funding table with what it says about its units and its years (domain.md §4.1). */
export function fundingSummary(table: FundingTable, bounds: TierBounds) {
  const whole = Number(table.total);
  const rows = table.rows.map((row): FundingRow => {
    const amounts = table.years.map((year) => row.byYear[year] ?? "0.00");
    return {
      code: row.code,
      amounts,
      total: row.total,
      share: share(Number(row.total), whole),
      tier: tierOf(Number(row.total), bounds),
      variation: coefficientOfVariation(amounts.map(Number)),
    };
  });
  const totals = rows.map((row) => Number(row.total));
  const byYear = table.years.map((year) => table.totalByYear[year] ?? "0.00");
  return {
    years: table.years,
    rows,
    byYear,
    total: table.total,
    changes: yearlyChanges(byYear.map(Number)),
    shape: wShape(byYear.map(Number)).shape,
    concentration: {
      herfindahl: herfindahl(totals),
      effectiveNumber: effectiveNumber(totals),
      firstThree: concentrationRatio(totals, 3),
      gini: gini(totals),
      variation: coefficientOfVariation(byYear.map(Number)),
    },
  };
}

export type FundingSummary = ReturnType<typeof fundingSummary>;
