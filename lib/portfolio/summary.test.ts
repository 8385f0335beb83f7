import { expect, test } from "vitest";
import { reportedFunding, reportedYears } from "@/lib/library/paper/table2";
import { fundingSummary } from "./summary";

const yuan = (wan: number) => `${wan}0000.00`;
const total = (year: number) =>
  reportedFunding.reduce((sum, row) => sum + (row.years[year] ?? 0), 0);

const table = {
  years: [...reportedYears],
  rows: reportedFunding.map((row) => ({
    code: row.unit,
    byYear: Object.fromEntries(reportedYears.map((year, i) => [year, yuan(row.years[i] ?? 0)])),
    total: yuan(row.total),
  })),
  totalByYear: Object.fromEntries(reportedYears.map((year, i) => [year, yuan(total(i))])),
  total: yuan(13176),
};

const summary = fundingSummary(table, { first: 20_000_000, second: 10_000_000 });

test("Table 2 gives the tiers and measures of domain.md §4.1", () => {
  const tier = (wanted: number) =>
    summary.rows.filter((row) => row.tier === wanted).map((row) => row.code);
  expect(tier(1).toSorted()).toEqual(["320404", "320411", "320412"]);
  expect(tier(2).toSorted()).toEqual(["320405", "320482"]);
  expect(tier(3)).toHaveLength(4);
  const { concentration } = summary;
  expect(concentration.herfindahl).toBeCloseTo(0.2052, 4);
  expect(concentration.effectiveNumber).toBeCloseTo(4.87, 2);
  expect(concentration.firstThree).toBeCloseTo(0.705, 3);
  expect(concentration.gini).toBeCloseTo(0.489, 3);
  expect(concentration.variation).toBeCloseTo(0.506, 3);
});

test("its years fall in a zigzag and are too few for a W", () => {
  const percents = summary.changes.map((change) => ((change ?? 0) * 100).toFixed(1));
  expect(percents).toEqual(["-57.3", "64.0", "-69.9"]);
  expect(summary.shape).toBe("insufficient_points");
});
