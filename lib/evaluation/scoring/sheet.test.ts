import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultRule } from "./rule";
import { type SheetRow, scoreSheet } from "./sheet";

const row = (
  code: string,
  level1: string,
  weight: string,
  rest: Partial<SheetRow> = {},
): SheetRow => ({
  code,
  level1,
  level2: level1,
  kind: "at_least",
  unit: "item",
  weight,
  target: { value: "10" },
  ...rest,
});

describe("a sheet with levels of its own", () => {
  it("adds its lines by level and in all", () => {
    const rows = [row("A", "bringing", "40"), row("B", "transfer", "60")];
    const result = scoreSheet(defaultRule, rows, [
      { code: "A", actual: { value: "5" } },
      { code: "B", actual: { value: "12" } },
    ]);
    expect(result.levels).toEqual([
      { key: "bringing", score: "20.00", weight: "40.00" },
      { key: "transfer", score: "60.00", weight: "60.00" },
    ]);
    expect(result).toMatchObject({ total: "80.00", grade: "good" });
  });

  it("drops what nothing can be measured by and rescales the rest", () => {
    const rows = [row("A", "x", "50"), row("B", "x", "50", { target: null })];
    const result = scoreSheet(defaultRule, rows, [{ code: "A", actual: { value: "9" } }]);
    expect(result).toMatchObject({ total: "90.00", grade: "excellent" });
    expect(result.lines[1]).toMatchObject({ notApplicable: true, score: null });
  });

  it("has no total while a judged line has no points, nor without any line", () => {
    const judged = row("A", "x", "100", { kind: "qualitative", target: null });
    expect(scoreSheet(defaultRule, [judged], []).total).toBeNull();
    expect(scoreSheet(defaultRule, [], []).total).toBeNull();
  });
});

it("lies between 0 and 100 and never falls when a result rises", () => {
  const figures = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(figures, fc.nat(7), fc.integer({ min: 0, max: 20 }), (actuals, at, more) => {
      const rows = actuals.map((_each, index) => row(`I${index}`, "x", "5"));
      const score = (values: readonly number[]) =>
        Number(
          scoreSheet(
            defaultRule,
            rows,
            values.map((value, index) => ({ code: `I${index}`, actual: { value: String(value) } })),
          ).total,
        );
      const before = score(actuals);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(100);
      const raised = actuals.map((value, index) =>
        index === at % actuals.length ? value + more : value,
      );
      expect(score(raised)).toBeGreaterThanOrEqual(before);
    }),
  );
});
