import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "./engine";
import { exampleIndicators, exampleLines } from "./example.fixture";
import { defaultRule, type ReverseVariant } from "./rule";
import type { IndicatorKind, ScoredIndicator, ScoredLine } from "./types";

const amount = fc.integer({ min: -100_000, max: 100_000 }).map((n) => (n / 100).toFixed(2));
const positive = fc.integer({ min: 0, max: 100_000 }).map((n) => (n / 100).toFixed(2));
const weight = fc.integer({ min: 1, max: 5_000 }).map((n) => (n / 100).toFixed(2));
const kind = fc.constantFrom<IndicatorKind>("at_least", "equal", "at_most");
const variant = fc.constantFrom<ReverseVariant>("linear", "ratio");

const quantity = (of: Partial<ScoredIndicator>): ScoredIndicator => ({
  code: "A",
  level1: "output",
  level2: "quantity",
  kind: "at_least",
  unit: "item",
  weight: "1",
  target: null,
  ...of,
});

const one = (of: Partial<ScoredIndicator>, value: string, reverse: ReverseVariant): number => {
  const indicator = quantity(of);
  const [line] = score(
    { ...defaultRule, reverse },
    [indicator],
    [{ code: "A", actual: { value } }],
  ).lines;
  return Number(line?.score);
};

const quantitative = exampleIndicators.filter((row) => row.kind !== "qualitative");
const allResults = fc.array(positive, {
  minLength: quantitative.length,
  maxLength: quantitative.length,
});
const withResults = (values: readonly string[]): ScoredLine[] =>
  exampleLines.map((line) => {
    const at = quantitative.findIndex((row) => row.code === line.code);
    return at < 0 ? line : { ...line, deductionPercent: 0, actual: { value: values[at] ?? "0" } };
  });

describe("any indicator", () => {
  it("scores between 0 and its weight", () => {
    fc.assert(
      fc.property(kind, variant, weight, positive, amount, (k, reverse, w, t, a) => {
        const points = one({ kind: k, weight: w, target: { value: t } }, a, reverse);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(Number(w));
      }),
    );
  });

  it("scores between 0 and its weight after the reviewer's deduction, and in its band", () => {
    const taken = fc.constantFrom(...defaultRule.deductions);
    fc.assert(
      fc.property(weight, positive, amount, taken, (w, t, a, deductionPercent) => {
        const indicator = quantity({ weight: w, target: { value: t } });
        const given = { code: "A", actual: { value: a }, deductionPercent, deductionReason: "x" };
        const [line] = score(defaultRule, [indicator], [given]).lines;
        expect(Number(line?.score)).toBeGreaterThanOrEqual(0);
        expect(Number(line?.score)).toBeLessThanOrEqual(Number(w));
      }),
    );
    const band = fc.constantFrom(...defaultRule.bands);
    fc.assert(
      fc.property(weight, band, positive, (w, { achievement, from, to }, points) => {
        const indicator = quantity({ kind: "qualitative", weight: w });
        const [line] = score(
          defaultRule,
          [indicator],
          [{ code: "A", achievement, score: points, reason: "x" }],
        ).lines;
        if (line?.score === null) return;
        expect(Number(line?.score)).toBeGreaterThanOrEqual((Number(w) * Number(from)) / 100);
        expect(Number(line?.score)).toBeLessThanOrEqual((Number(w) * Number(to)) / 100);
      }),
    );
  });

  it("never loses by coming nearer to its target", () => {
    fc.assert(
      fc.property(kind, variant, weight, positive, amount, amount, (k, reverse, w, t, a, b) => {
        const towards = k === "at_most" || (k === "equal" && Number(t) === 0) ? -1 : 1;
        const [worse = a, better = b] = [a, b].sort((x, y) => towards * (Number(x) - Number(y)));
        const of = { kind: k, weight: w, target: { value: t } };
        expect(one(of, better, reverse)).toBeGreaterThanOrEqual(one(of, worse, reverse));
      }),
    );
  });
});

describe("any project", () => {
  it("has a total that is the sum of its lines and of its levels, within 0 and 100", () => {
    fc.assert(
      fc.property(allResults, (values) => {
        const result = score(defaultRule, exampleIndicators, withResults(values));
        const cents = (rows: readonly { score: string | null }[]) =>
          rows.reduce((sum, row) => sum + Math.round(Number(row.score) * 100), 0);
        expect(cents(result.lines)).toBe(Math.round(Number(result.total) * 100));
        expect(cents(result.levels)).toBe(cents(result.lines));
        expect(Number(result.total)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("keeps the order of projects when the same lines are dropped", () => {
    const codes = quantitative.map((row) => row.code);
    fc.assert(
      fc.property(
        allResults,
        allResults,
        fc.subarray(codes, { maxLength: 10 }),
        (a, b, dropped) => {
          const [x, y] = [a, b].map((values) => {
            const lines = withResults(values).map((line) =>
              dropped.includes(line.code)
                ? { ...line, notApplicable: true, notApplicableConsent: true }
                : line,
            );
            const { sum, total } = score(defaultRule, exampleIndicators, lines);
            return { sum: Number(sum), total: Number(total) };
          });
          if (x && y && x.sum >= y.sum) expect(x.total).toBeGreaterThanOrEqual(y.total);
          if (x) expect(x.total).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
