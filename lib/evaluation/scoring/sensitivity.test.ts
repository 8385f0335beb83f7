import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "./engine";
import { exampleIndicators, exampleLines } from "./example.fixture";
import { defaultRule } from "./rule";
import { sensitivityOf } from "./sensitivity";

const { lines } = score(defaultRule, exampleIndicators, exampleLines);

describe("how the grade moves with the weights", () => {
  it("stays good for the example, and gives the same for the same seed", () => {
    const first = sensitivityOf(defaultRule, lines, 20261126);
    expect(first).toEqual(sensitivityOf(defaultRule, lines, 20261126));
    expect(first).toMatchObject({ seed: 20261126, draws: 2000, spread: 20, median: "88.83" });
    expect(first?.grades).toEqual([
      { grade: "excellent", count: 0 },
      { grade: "good", count: 2000 },
      { grade: "fair", count: 0 },
      { grade: "poor", count: 0 },
    ]);
    expect(Number(first?.lowest)).toBeLessThan(88.83);
    expect(Number(first?.highest)).toBeGreaterThan(88.83);
  });

  it("shows a grade that hangs on the weights", () => {
    const near = { ...defaultRule, grades: [...defaultRule.grades] };
    near.grades[1] = { grade: "good", from: "88.8" };
    const counts = sensitivityOf(near, lines, 7)?.grades.map(({ count }) => count);
    expect(counts?.[1]).toBeGreaterThan(400);
    expect(counts?.[2]).toBeGreaterThan(400);
  });

  it("does not move where every line has the same share, and is null while a score is missing", () => {
    const full = lines.map((line) => ({ ...line, score: line.weight }));
    expect(sensitivityOf(defaultRule, full, 3)).toMatchObject({
      lowest: "100.00",
      highest: "100.00",
    });
    const open = lines.map((line, at) => (at === 0 ? { ...line, score: null } : line));
    expect(sensitivityOf(defaultRule, open, 3)).toBeNull();
  });

  it("leaves out what doesn't apply", () => {
    const dropped = lines.map((line) =>
      line.code === "M1" ? line : { ...line, score: null, notApplicable: true },
    );
    expect(sensitivityOf(defaultRule, dropped, 3)).toMatchObject({ lowest: "100.00" });
  });

  it("stays between the worst and the best line, whatever the seed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (seed) => {
        const found = sensitivityOf(defaultRule, lines, seed);
        expect(found?.grades.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
        expect(Number(found?.lowest)).toBeGreaterThanOrEqual(50);
        expect(Number(found?.highest)).toBeLessThanOrEqual(100);
        expect(Number(found?.lowest)).toBeLessThanOrEqual(Number(found?.median));
      }),
      { numRuns: 20 },
    );
  });
});
