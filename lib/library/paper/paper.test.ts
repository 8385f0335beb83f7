import { describe, expect, it } from "vitest";
import { sum } from "@/lib/portfolio/measures";
import { codeEntries } from "@/lib/reference/codes";
import { districts } from "@/lib/reference/districts";
import { sourceNotes } from "./source";
import { listedCountries, listedProjects } from "./table1";
import { reportedFigures, reportedFunding, reportedTotals, totalInText, yuanOf } from "./table2";

describe("Table 2", () => {
  it("adds up by row, by column and to 13,176", () => {
    for (const row of reportedFunding) expect(sum(row.years)).toBe(row.total);
    const columns = reportedTotals.years.map((_, i) =>
      sum(reportedFunding.map((row) => row.years[i] ?? 0)),
    );
    expect(columns).toEqual([...reportedTotals.years]);
    expect(sum(reportedFunding.map((row) => row.total))).toBe(13176);
    expect(reportedTotals.total).toBe(13176);
    expect(totalInText - reportedTotals.total).toBe(5000);
  });

  it("names units of its time", () => {
    expect(reportedFunding).toHaveLength(9);
    for (const { unit } of reportedFunding) {
      const found = districts.find((row) => row.code === unit);
      expect(
        found && found.validFrom <= "2011-01-01" && (found.validTo ?? "9") > "2014-12-31",
      ).toBe(true);
    }
  });

  it("comes cell by cell in yuan", () => {
    expect(reportedFigures).toHaveLength(10 * 5);
    expect(new Set(reportedFigures.map((row) => `${row.rowCode}/${row.columnCode}`)).size).toBe(50);
    const grand = reportedFigures.find(
      (row) => row.rowCode === "total" && row.columnCode === "total",
    );
    expect(grand?.amount).toBe("131760000.00");
    expect(yuanOf(704)).toBe("7040000.00");
  });
});

describe("Table 1", () => {
  const industries = codeEntries.filter((row) => row.list === "industry").map((row) => row.code);
  const count = (country: string, industry?: string) =>
    listedProjects.filter(
      (row) => row.country === country && (!industry || row.industry === industry),
    ).length;

  it("lists 9, 12 and 9 projects, each title once", () => {
    expect(["IL", "GB", "DE"].map((country) => count(country))).toEqual([9, 12, 9]);
    expect(new Set(listedProjects.map((row) => row.title)).size).toBe(30);
    expect(listedProjects.map((row) => row.position)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
    for (const row of listedProjects) expect(industries).toContain(row.industry);
  });

  it("has the industries of domain.md §4.3", () => {
    const columns = ["PHARMA", "CNC", "AGRI", "SOLAR", "RAIL", "AUTO"];
    const table = ["IL", "GB", "DE"].map((country) =>
      columns.map((column) => count(country, column)),
    );
    expect(table).toEqual([
      [4, 2, 2, 1, 0, 0],
      [5, 6, 0, 0, 1, 0],
      [4, 4, 0, 0, 0, 1],
    ]);
  });

  it("keeps misprints as printed beside their correction", () => {
    const corrected = listedProjects.filter((row) => row.corrected);
    expect(corrected.map((row) => row.title.match(/Bc1-2|掩饰|磨具/)?.[0])).toEqual([
      "Bc1-2",
      "掩饰",
      "磨具",
    ]);
    expect(corrected.map((row) => row.corrected?.match(/Bcl-2|演示|模具/)?.[0])).toEqual([
      "Bcl-2",
      "演示",
      "模具",
    ]);
  });

  it("names 2, 8 and 6 of the claimed 10, 9 and 9 partners", () => {
    expect(listedCountries.map((row) => row.partners.length)).toEqual([2, 8, 6]);
    expect(listedCountries.map((row) => row.claimedPartners)).toEqual([10, 9, 9]);
    expect(listedCountries.map((row) => row.claimedProjects)).toEqual([13, 11, 11]);
    expect(sum(listedCountries.map((row) => row.claimedFunding))).toBe(6521);
  });
});

describe("source notes", () => {
  it("tell both totals in both languages", () => {
    const note = sourceNotes.find((row) => row.code === "text_total");
    for (const text of [note?.zh, note?.en]) expect(text).toMatch(/13,176.*18,176/);
    for (const { en } of sourceNotes) expect(en).not.toMatch(/\p{Script=Han}/u);
  });
});
