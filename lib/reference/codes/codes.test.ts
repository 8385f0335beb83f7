import { describe, expect, it } from "vitest";
import { defaultIndicatorSet } from "@/lib/evaluation/scoring/default-indicator-set";
import { achievements, deviationCauses, grades, levels } from "@/lib/evaluation/scoring/rule";
import { districts } from "../districts";
import { startingSets } from "../indicator-sets";
import { placeOf } from "../place";
import { codeEntries, isValidOn } from ".";

const lists = [...new Set(codeEntries.map((entry) => entry.list))];
const codesOf = (list: string) =>
  codeEntries.filter((entry) => entry.list === list).map((entry) => entry.code);
const han = /\p{Script=Han}/u;

describe("code lists", () => {
  it("hold the lists of domain.md §5 with their sizes", () => {
    const sizes = Object.fromEntries(lists.map((list) => [list, codesOf(list).length]));
    expect(sizes).toMatchObject({
      administrative: 10,
      managing_unit: 7,
      country: 42,
      industry: 10,
      strategic_industry: 9,
      economic_division: 12,
      cooperation_mode: 10,
      partner_type: 7,
      programme_level: 4,
      document: 40,
      ip_type: 15,
      ip_status: 6,
      grade: 4,
      acceptance_result: 4,
    });
  });

  it.each(lists)("%s names a code once at a time", (list) => {
    const entries = codeEntries.filter((entry) => entry.list === list);
    for (const entry of entries) {
      const same = entries.filter(({ code }) => code === entry.code);
      expect(same.filter((other) => isValidOn(other, entry.validFrom))).toEqual([entry]);
    }
  });

  it("have both languages, valid dates and no Chinese in English", () => {
    const dates = /^\d{4}-\d{2}-\d{2}$/;
    for (const entry of [...codeEntries, ...districts]) {
      expect(entry.zh.trim()).not.toBe("");
      expect(entry.en.trim()).not.toBe("");
      expect(entry.en).not.toMatch(han);
      expect(entry.validFrom).toMatch(dates);
      if (entry.validTo) expect(entry.validTo >= entry.validFrom).toBe(true);
    }
  });

  it("have parents that exist", () => {
    const inside = codeEntries.filter(
      (entry) =>
        entry.parent && !["managing_unit", "indicator_group", "trl_level"].includes(entry.list),
    );
    for (const entry of inside) expect(codesOf(entry.list)).toContain(entry.parent);
    for (const entry of codeEntries.filter((row) => row.list === "managing_unit" && row.parent))
      expect(codesOf("administrative")).toContain(entry.parent);
    for (const entry of codeEntries.filter((row) => row.list === "country_group"))
      for (const member of [entry.attributes?.members ?? []].flat())
        expect(codesOf("country")).toContain(member);
  });

  it("speak the scoring engine's words", () => {
    expect(codesOf("grade")).toEqual([...grades]);
    expect(codesOf("achievement")).toEqual([...achievements]);
    expect(codesOf("deviation_cause")).toEqual([...deviationCauses]);
    expect(codesOf("indicator_level").slice(0, levels.length)).toEqual([...levels]);
    for (const row of startingSets.flatMap(({ indicators }) => [...indicators])) {
      expect(codesOf("indicator_level")).toContain(row.level1);
      expect(codesOf("indicator_group")).toContain(row.level2);
    }
    for (const row of defaultIndicatorSet.indicators) {
      expect(codesOf("indicator_group")).toContain(row.level2);
      expect(codesOf("measure_unit")).toContain(row.unit);
      for (const tag of row.dimensions) expect(codesOf("dimension")).toContain(tag);
    }
  });
});

describe("recommending units", () => {
  const on = (day: string) => districts.filter((row) => isValidOn(row, day)).map((row) => row.code);

  it("change in June 2015", () => {
    expect(on("2015-05-31")).toContain("320482");
    expect(on("2015-05-31")).toContain("320405");
    expect(on("2015-06-01")).not.toContain("320405");
    expect(on("2015-06-01")).toEqual(expect.arrayContaining(["320413", "CZ-EDZ"]));
    expect(on("2026-01-01")).toHaveLength(13);
  });

  it("know where a former district belongs today", () => {
    const former = districts.find((row) => row.code === "320405");
    expect([former?.currentAdministrativeDistrict, former?.currentManagingUnit]).toEqual([
      "320412",
      "CZ-EDZ",
    ]);
    expect(districts.find((row) => row.code === "320413")?.predecessor).toBe("320482");
    for (const row of districts)
      expect(codesOf("administrative")).toContain(row.currentAdministrativeDistrict);
    expect(new Set(districts.map((row) => row.code)).size).toBe(districts.length);
  });

  it("places each recommending unit in an administrative district that is in force", () => {
    expect(placeOf("XTH")).toEqual({ administrativeDistrictId: "320412", managingUnitId: "XTH" });
    expect(placeOf("320405")).toEqual({
      administrativeDistrictId: "320412",
      managingUnitId: "CZ-EDZ",
    });
    expect(placeOf("320481").administrativeDistrictId).toBe("320481");
  });
});
