import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read } from "../scoring/formulas";
import { type Contribution, executionRate, moneyTotal, type RollIndicator, roll } from "./rules";

const row = (
  projectId: string,
  target: string,
  actual: string | null,
  base: string | null = null,
): Contribution => ({ projectId, target, actual, base });

const patents: RollIndicator = { kind: "at_least", unit: "piece" };
const localisation: RollIndicator = { kind: "at_least", unit: "percent" };

describe("rolling up", () => {
  it("sums counts; a missing result is nothing reached", () => {
    const rolled = roll(patents, [row("a", "3", "2"), row("b", "2", "3"), row("c", "4", null)]);
    expect(rolled).toMatchObject({
      how: "sum",
      target: { value: "9" },
      actual: { value: "5" },
      pending: 1,
    });
  });

  it("sums parts and wholes of a rate instead of averaging it", () => {
    const rolled = roll(localisation, [
      row("a", "70", "63", "50000"),
      row("b", "50", "100", "1000"),
    ]);
    expect(rolled).toMatchObject({
      how: "quotient",
      target: { numerator: "35500", denominator: "51000" },
      actual: { numerator: "32500", denominator: "51000" },
    });
    const rate = rolled.actual && read(rolled.actual, "percent");
    expect(rate && typeof rate !== "string" && Number(rate.n) / Number(rate.d)).toBeCloseTo(63.73);
  });

  it("counts the projects that reached their own target where a whole isn't known", () => {
    const rolled = roll(localisation, [
      row("a", "70", "63", "50000"),
      row("b", "50", "60"),
      row("c", "50", null),
    ]);
    expect(rolled).toMatchObject({
      how: "reached",
      target: { numerator: "3", denominator: "3" },
      actual: { numerator: "1", denominator: "3" },
    });
  });

  it("leaves a project without result out of an upper limit", () => {
    const rolled = roll({ kind: "at_most", unit: "wan_yuan" }, [
      row("a", "300", "276"),
      row("b", "200", null),
    ]);
    expect(rolled).toMatchObject({ target: { value: "300" }, actual: { value: "276" } });
    expect(rolled.parts.map((part) => part.left)).toEqual([false, true]);
  });

  it("counts bands at or above the promised one", () => {
    const rolled = roll({ kind: "qualitative", unit: "band" }, [
      row("a", "achieved", "achieved"),
      row("b", "achieved", "partly"),
      row("c", "partly", "partly"),
    ]);
    expect(rolled).toMatchObject({ actual: { numerator: "2", denominator: "3" } });
  });

  it("says nothing where nothing counts", () => {
    expect(roll(patents, [])).toMatchObject({ target: null, actual: null });
  });
});

const amount = fc.integer({ min: 0, max: 100_000 }).map((cents) => (cents / 100).toFixed(2));
const base = fc.integer({ min: 1, max: 1_000_000 }).map(String);

const value = (of: Contribution["target"]) => Number(of);

it("a quotient lies between the smallest and the largest rate, and equals them when they agree", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, base), { minLength: 1, maxLength: 12 }), (rates) => {
      const rolled = roll(
        localisation,
        rates.map(([actual, whole], at) => row(String(at), "50", actual, whole)),
      );
      const rate = rolled.actual && read(rolled.actual, "percent");
      if (!rate || typeof rate === "string") throw new Error("no rate");
      const exact = Number((rate.n * 1_000_000n) / rate.d) / 1_000_000;
      const given = rates.map(([actual]) => value(actual));
      expect(exact).toBeGreaterThanOrEqual(Math.min(...given) - 1e-5);
      expect(exact).toBeLessThanOrEqual(Math.max(...given) + 1e-5);
    }),
  );
});

it("a sum doesn't depend on the order, and every part is kept", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1, maxLength: 12 }), (values) => {
      const rows = values.map(([target, actual], at) => row(String(at), target, actual));
      const rolled = roll(patents, rows);
      const back = roll(patents, [...rows].reverse());
      expect(back.target).toEqual(rolled.target);
      expect(back.actual).toEqual(rolled.actual);
      expect(rolled.parts).toHaveLength(rows.length);
    }),
  );
});

it("adds money exactly and gives no rate without a budget", () => {
  expect(moneyTotal({ fiscal: "0.10", carried: "0.20", other: "100" })).toBe("100.30");
  expect(executionRate("3000000", "2760000")).toBe("92.00");
  expect(executionRate("0", "0")).toBeNull();
});
