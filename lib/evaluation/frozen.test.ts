import { describe, expect, it } from "vitest";
import { type FrozenEvaluation, rerunEvaluation, resultFigures } from "./frozen";
import { hashOf } from "./hash";
import { score } from "./scoring/engine";
import { exampleIndicators, exampleLines } from "./scoring/example.fixture";
import { defaultRule } from "./scoring/rule";

function example(rule = defaultRule): FrozenEvaluation {
  return {
    formulaVersion: rule.version,
    baselineVersion: 2,
    rule: JSON.parse(JSON.stringify(rule)),
    money: { budget: "3000000.00", spent: "2760000.00" },
    indicators: exampleIndicators.map((row) => ({
      code: row.code,
      level1: row.level1,
      level2: row.level2,
      kind: row.kind,
      unit: row.unit,
      weight: row.weight,
      target: row.target,
      core: row.core ?? false,
      dimensions: [...(row.dimensions ?? [])],
    })),
    lines: exampleLines.map((line) => ({
      code: line.code,
      actual: line.actual ?? null,
      achievement: line.achievement ?? null,
      score: line.score ?? null,
      deductionPercent: line.deductionPercent ?? 0,
      deductionReason: line.deductionReason ?? null,
      cause: line.cause ?? null,
      reason: line.reason ?? null,
      improvement: line.improvement ?? null,
      notApplicable: false,
      notApplicableConsent: false,
    })),
    result: resultFigures(score(rule, exampleIndicators, exampleLines)),
  };
}

describe("a frozen evaluation", () => {
  it("gives the same score to the digit from its own rules, also after stored JSON", () => {
    const frozen = JSON.parse(JSON.stringify(example()));
    expect(rerunEvaluation(frozen, hashOf(example()))).toEqual({
      same: true,
      total: "88.83",
      grade: "good",
    });
    const variant = example({ ...defaultRule, version: 2, reverse: "ratio" });
    expect(rerunEvaluation(variant)).toEqual({ same: true, total: "88.86", grade: "good" });
  });

  it("says what differs when a value, a rule or the data was changed", () => {
    const stored = example();
    const hash = hashOf(stored);
    const changed = {
      ...stored,
      lines: stored.lines.map((line) =>
        line.code === "Q1" ? { ...line, actual: { value: "3" } } : line,
      ),
    };
    const rerun = rerunEvaluation(changed, hash);
    expect(rerun).toMatchObject({
      same: false,
      differences: expect.arrayContaining([
        expect.objectContaining({ where: "hash" }),
        { where: "total", frozen: "88.83", rerun: "90.83" },
        { where: "grade", frozen: "good", rerun: "excellent" },
        { where: "subtotals.output", frozen: "43.34", rerun: "45.34" },
        { where: "scores.Q1", frozen: "4.00", rerun: "6.00" },
      ]),
    });
    const reworded = {
      ...stored,
      lines: stored.lines.map((line) => ({ ...line, reason: "另一说明" })),
    };
    expect(rerunEvaluation(reworded, hash)).toMatchObject({
      same: false,
      differences: [{ where: "hash" }],
    });
  });

  it("does not run what it cannot read", () => {
    expect(rerunEvaluation({ total: "88.83" })).toEqual({
      same: false,
      differences: [{ where: "data", frozen: null, rerun: null }],
    });
  });
});
