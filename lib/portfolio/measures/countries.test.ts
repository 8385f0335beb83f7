import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  concentrationRatio,
  effectiveNumber,
  gini,
  guidedWeight,
  herfindahl,
  isSmallSample,
  isUnderRepresented,
  krugman,
  locationQuotients,
  projectLeverage,
  representation,
  share,
  similarity,
  structuralShift,
  symmetricAdvantage,
  upwardLeverage,
} from ".";

const percent = (value: number | null) => ((value ?? Number.NaN) * 100).toFixed(1);
const fixed = (rows: (number | null)[], places: number) =>
  rows.map((value) => value?.toFixed(places));

describe("countries (domain.md §4.2)", () => {
  const guided = [3705, 2051, 765];

  it("guided weight", () => {
    const bases = [18176, 13176, 15972].map((total) => percent(guidedWeight(guided, total)));
    expect(bases).toEqual(["35.9", "49.5", "40.8"]);
  });

  it("money per claimed project", () => {
    expect(fixed([share(765, 13), share(2051, 11), share(3705, 11)], 1)).toEqual([
      "58.8",
      "186.5",
      "336.8",
    ]);
  });

  it("share of the first ten, as printed and as the table has it", () => {
    expect(percent(share(15972, 18176))).toBe("87.9");
    expect(((share(11972, 13176) ?? 0) * 100).toFixed(2)).toBe("90.86");
  });

  it("leverage", () => {
    expect(upwardLeverage({ national: 10000, provincial: 7000, city: 1700 })?.toFixed(1)).toBe(
      "10.0",
    );
    expect(projectLeverage(240, 60)).toBe(4);
    expect(projectLeverage(240, 0)).toBeNull();
  });

  it("flags under-representation below one half", () => {
    expect(isUnderRepresented(representation(0.04, 0.1) ?? 1)).toBe(true);
    expect(isUnderRepresented(representation(0.05, 0.1) ?? 1)).toBe(false);
    expect(representation(0.05, 0)).toBeNull();
  });
});

describe("specialisation (domain.md §4.3)", () => {
  const listed = [
    [4, 2, 2, 1, 0, 0],
    [5, 6, 0, 0, 1, 0],
    [4, 4, 0, 0, 0, 1],
  ];

  it("of the projects listed in Table 1", () => {
    const [israel = [], britain = [], germany = []] = locationQuotients(listed);
    expect(fixed(israel, 2)).toEqual(["1.03", "0.56", "3.33", "3.33", "0.00", "0.00"]);
    expect(fixed(britain, 2)).toEqual(["0.96", "1.25", "0.00", "0.00", "2.50", "0.00"]);
    expect(fixed(germany, 2)).toEqual(["1.03", "1.11", "0.00", "0.00", "0.00", "3.33"]);
    expect(fixed(krugman(listed), 3)).toEqual(["0.489", "0.300", "0.267"]);
  });

  it("of the synthetic districts", () => {
    const districts = [
      [300, 50, 50],
      [0, 300, 100],
      [100, 150, 150],
    ];
    expect(locationQuotients(districts).map((row) => fixed(row, 2))).toEqual([
      ["2.25", "0.30", "0.50"],
      ["0.00", "1.80", "1.00"],
      ["0.75", "0.90", "1.50"],
    ]);
    expect(fixed(krugman(districts), 3)).toEqual(["0.833", "0.667", "0.250"]);
    expect(similarity(districts[0] ?? [], districts[1] ?? [])).toBe(0.25);
  });

  it("has no figure for an empty row, and warns of few projects", () => {
    expect(
      locationQuotients([
        [0, 0],
        [1, 0],
      ]),
    ).toEqual([
      [null, null],
      [1, null],
    ]);
    expect(
      krugman([
        [0, 0],
        [1, 0],
      ]),
    ).toEqual([null, 0]);
    expect(similarity([0, 0], [1, 0])).toBeNull();
    expect([4, 5].map((n) => isSmallSample(n))).toEqual([true, false]);
    expect([symmetricAdvantage(0), symmetricAdvantage(1), symmetricAdvantage(3)]).toEqual([
      -1, 0, 0.5,
    ]);
  });
});

describe("any figures", () => {
  const values = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 12 })
    .filter((row) => row.some((value) => value > 0));
  const within = (value: number | null, low: number, high: number) => {
    expect(value).toBeGreaterThanOrEqual(low - 1e-9);
    expect(value).toBeLessThanOrEqual(high + 1e-9);
  };

  it("keep to the bounds of each measure", () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const n = a.length;
        within(herfindahl(a), 1 / n, 1);
        within(effectiveNumber(a), 1, n);
        within(gini(a), 0, 1 - 1 / n);
        within(concentrationRatio(a), 0, 1);
        const other = a.map((_, i) => b[i] ?? 0);
        if (other.some((value) => value > 0)) {
          within(similarity(a, other), 0, 1);
          within(structuralShift(a, other), 0, 2);
          expect(similarity(a, other)).toBeCloseTo(1 - structuralShift(a, other) / 2, 9);
        }
        expect(similarity(a, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});
