import { describe, expect, it } from "vitest";
import {
  coefficientOfVariation,
  concentrationRatio,
  dependsOnSingleYear,
  effectiveNumber,
  gini,
  herfindahl,
  mean,
  normalisedHerfindahl,
  peakShare,
  populationDeviation,
  relativeChange,
  share,
  spearman,
  stability,
  structuralShift,
  sum,
  tierOf,
  wShape,
  yearlyChanges,
} from ".";

const table: Record<string, number[]> = {
  新北: [1765, 710, 1844, 150],
  钟楼: [1465, 676, 70, 488],
  武进: [704, 720, 342, 350],
  金坛: [40, 0, 1255, 50],
  戚墅堰: [1000, 0, 185, 50],
  市直属: [141, 260, 160, 50],
  天宁: [270, 0, 20, 50],
  科教城: [151, 40, 10, 0],
  溧阳: [100, 0, 60, 0],
};
const rows = Object.values(table);
const totals = rows.map(sum);
const years = [0, 1, 2, 3].map((year) => rows.map((row) => row[year] ?? 0));
const byYear = years.map(sum);
const city = sum(totals);
const shown = (value: number | null, places: number) => value?.toFixed(places);

describe("Table 2 as domain.md §4.1 computes it", () => {
  it.each([
    ["新北", 4469, "33.92", 1, "1117.25", "715.75", "0.641", "41.3", "volatile"],
    ["钟楼", 2699, "20.48", 1, "674.75", "506.23", "0.750", "54.3", "volatile"],
    ["武进", 2116, "16.06", 1, "529.00", "183.11", "0.346", "34.0", "moderate"],
    ["金坛", 1345, "10.21", 2, "336.25", "530.77", "1.578", "93.3", "erratic"],
    ["戚墅堰", 1235, "9.37", 2, "308.75", "404.79", "1.311", "81.0", "erratic"],
    ["市直属", 611, "4.64", 3, "152.75", "74.58", "0.488", "42.6", "moderate"],
    ["天宁", 340, "2.58", 3, "85.00", "108.28", "1.274", "79.4", "erratic"],
    ["科教城", 201, "1.53", 3, "50.25", "60.00", "1.194", "75.1", "erratic"],
    ["溧阳", 160, "1.21", 3, "40.00", "42.43", "1.061", "62.5", "erratic"],
  ])("%s", (unit, total, percent, tier, middle, spread, cv, peak, band) => {
    const row = table[unit] ?? [];
    const variation = coefficientOfVariation(row);
    expect(sum(row)).toBe(total);
    expect(shown((share(sum(row), city) ?? 0) * 100, 2)).toBe(percent);
    expect(tierOf(total)).toBe(tier);
    expect(shown(mean(row), 2)).toBe(middle);
    expect(shown(populationDeviation(row), 2)).toBe(spread);
    expect(shown(variation, 3)).toBe(cv);
    expect(shown((peakShare(row) ?? 0) * 100, 1)).toBe(peak);
    expect(stability(variation ?? 0)).toBe(band);
  });

  it("the city", () => {
    expect(city).toBe(13176);
    expect(shown(mean(byYear), 2)).toBe("3294.00");
    expect(shown(populationDeviation(byYear), 2)).toBe("1668.37");
    expect(shown(coefficientOfVariation(byYear), 3)).toBe("0.506");
    expect(shown((peakShare(byYear) ?? 0) * 100, 1)).toBe("42.8");
  });

  it("concentration", () => {
    expect(shown(herfindahl(totals), 4)).toBe("0.2052");
    expect(shown(effectiveNumber(totals), 2)).toBe("4.87");
    expect(shown(normalisedHerfindahl(totals), 3)).toBe("0.106");
    expect(years.map((year) => shown(herfindahl(year), 4))).toEqual([
      "0.2167",
      "0.2675",
      "0.3315",
      "0.2786",
    ]);
    expect(shown((concentrationRatio(totals) ?? 0) * 100, 1)).toBe("70.5");
    expect(shown(gini(totals), 3)).toBe("0.489");
  });

  it("change from year to year", () => {
    const percent = (value: number | null) => shown((value ?? 0) * 100, 1);
    expect(yearlyChanges(byYear).map(percent)).toEqual(["-57.3", "64.0", "-69.9"]);
    expect(percent(relativeChange(5636, 1188))).toBe("-78.9");
    const steps = [0, 1, 2].map((i) => [years[i] ?? [], years[i + 1] ?? []] as const);
    expect(steps.map(([a, b]) => shown(structuralShift(a, b), 3))).toEqual([
      "0.557",
      "1.115",
      "1.279",
    ]);
    expect(steps.map(([a, b]) => shown(spearman(a, b), 3))).toEqual(["0.566", "0.357", "0.533"]);
  });

  it("is no W: four points can't tell", () => {
    expect(wShape(byYear)).toEqual({ shape: "insufficient_points", signs: [-1, 1, -1], needed: 5 });
    expect(Math.min(...byYear)).toBe(byYear.at(-1));
  });

  it("names those who live on one year", () => {
    const names = Object.keys(table).filter((unit) => dependsOnSingleYear(table[unit] ?? []));
    expect(names).toEqual(["金坛", "戚墅堰"]);
  });

  it("new 武进 is second city-wide", () => {
    const merged = (table.武进 ?? []).map((value, i) => value + (table.戚墅堰?.[i] ?? 0));
    expect(sum(merged)).toBe(3351);
    expect(shown(coefficientOfVariation(merged), 3)).toBe("0.612");
    expect(totals.filter((total) => total > 3351)).toEqual([4469]);
  });
});

describe("edges", () => {
  it("includes the bounds of the tiers, which are parameters", () => {
    expect([2000, 1999.99, 1000, 999.99].map((total) => tierOf(total))).toEqual([1, 2, 2, 3]);
    expect(tierOf(500, { first: 500, second: 100 })).toBe(1);
  });

  it("knows a W when it sees one", () => {
    expect(wShape([5, 3, 4, 2, 6]).shape).toBe("w");
    expect(wShape([5, 4, 3, 4, 2, 2, 6]).shape).toBe("w");
    expect(wShape([5, 3, 4, 2, 1]).shape).toBe("not_w");
    expect(wShape([1, 3, 2, 4, 3]).shape).toBe("not_w");
  });

  it("has no figure for nothing", () => {
    expect(mean([])).toBeNull();
    expect(coefficientOfVariation([0, 0])).toBeNull();
    expect(herfindahl([0, 0])).toBeNull();
    expect(gini([])).toBeNull();
    expect(concentrationRatio([])).toBeNull();
    expect(normalisedHerfindahl([5])).toBeNull();
    expect(relativeChange(0, 5)).toBeNull();
    expect(spearman([1, 1], [1, 2])).toBeNull();
    expect(peakShare([])).toBeNull();
    expect(dependsOnSingleYear([])).toBe(false);
  });
});
