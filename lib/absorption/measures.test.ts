import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  absorptionRatio,
  linkIncentive,
  localisationRate,
  masteryIndex,
  masteryLevels,
  readinessGain,
} from "./measures";

describe("the worked example of domain.md §2.2", () => {
  it("has the mastery index 0.725", () => {
    const technologies = [
      { weight: "0.5", mastery: 3 },
      { weight: "0.3", mastery: 2 },
      { weight: "0.2", mastery: 4 },
    ];
    expect(masteryIndex(technologies)).toBe(0.725);
  });

  it("has the absorption ratio 0.80", () => {
    expect(absorptionRatio({ imported: "1200000", digested: "400000", absorbed: "560000" })).toBe(
      0.8,
    );
  });

  it("has the localisation rate 63.0 %", () => {
    expect(localisationRate({ imported: "18500", all: "50000" })).toBe(63);
  });

  it("gains three levels of readiness", () => {
    expect(readinessGain({ scale: "qd13", level: 5 }, { scale: "qd13", level: 8 })).toBe(3);
  });

  it("earns 8.0 (万元) for a digest cost of 40 at 20 %", () => {
    expect(linkIncentive({ rate: "0.20", cap: "500000" }, "400000")).toBe("80000.00");
  });
});

describe("where there is no figure", () => {
  it("says null instead of dividing by nothing", () => {
    expect(masteryIndex([])).toBeNull();
    expect(masteryIndex([{ weight: "0", mastery: 4 }])).toBeNull();
    expect(absorptionRatio({ imported: "0", digested: "5", absorbed: "5" })).toBeNull();
    expect(localisationRate({ imported: "0", all: "0" })).toBeNull();
    expect(linkIncentive({ rate: null, cap: null }, "400000")).toBeNull();
  });

  it("never compares readiness across scales", () => {
    expect(readinessGain({ scale: "qd13", level: 5 }, { scale: "nine", level: 8 })).toBeNull();
    expect(readinessGain(null, { scale: "qd13", level: 8 })).toBeNull();
  });

  it("caps the incentive and refuses marks off the scale", () => {
    expect(linkIncentive({ rate: "0.2", cap: "500000" }, "9000000")).toBe("500000.00");
    expect(linkIncentive({ rate: "0.2", cap: null }, "9000000")).toBe("1800000.00");
    expect(() => masteryIndex([{ weight: "1", mastery: 5 }])).toThrow(RangeError);
    expect(() => masteryIndex([{ weight: "1", mastery: 2.5 }])).toThrow(RangeError);
  });
});

describe("any technologies", () => {
  const technology = fc.record({
    weight: fc.integer({ min: 1, max: 100 }).map((n) => (n / 100).toFixed(2)),
    mastery: fc.constantFrom(...masteryLevels),
  });

  it("have an index from 0 to 1 that rises with each mastery", () => {
    fc.assert(
      fc.property(fc.array(technology, { minLength: 1, maxLength: 8 }), fc.nat(7), (rows, pick) => {
        const index = masteryIndex(rows) ?? -1;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(1);
        const raised = rows.map((row, i) =>
          i === pick % rows.length ? { ...row, mastery: Math.min(4, row.mastery + 1) } : row,
        );
        const same = raised.every((row, i) => row.mastery === rows[i]?.mastery);
        if (same) expect(masteryIndex(raised)).toBe(index);
        else expect(masteryIndex(raised)).toBeGreaterThan(index);
      }),
    );
  });
});
