import { describe, expect, it } from "vitest";
import { gradeOf, isComplete, score } from "./engine";
import { exampleIndicators, exampleLines, exampleReasons, exampleScores } from "./example.fixture";
import { defaultRule } from "./rule";
import type { ScoredLine } from "./types";

const change = (code: string, part: Partial<ScoredLine>): ScoredLine[] =>
  exampleLines.map((line) => (line.code === code ? { ...line, ...part } : line));

const lineOf = (lines: ScoredLine[], code: string, rule = defaultRule) => {
  const line = score(rule, exampleIndicators, lines).lines.find((row) => row.code === code);
  if (!line) throw new Error(`no line ${code}`);
  return line;
};
const problemsOf = (code: string, part: Partial<ScoredLine>) =>
  lineOf(change(code, part), code).problems.map((row) => row.code);

describe("the worked example of domain.md §3.3", () => {
  const result = score(defaultRule, exampleIndicators, exampleLines);

  it("is 88.83, good", () => {
    expect(result.total).toBe("88.83");
    expect(result.grade).toBe("good");
    expect(result.coreMissed).toEqual([]);
    expect(isComplete(result)).toBe(true);
  });

  it.each(Object.entries(exampleScores))("scores %s with %s", (code, shown) => {
    expect(lineOf(exampleLines, code).score).toBe(shown);
  });

  it("has the four sub-totals", () => {
    expect(result.levels).toEqual([
      { key: "execution", score: "9.20", weight: "10.00" },
      { key: "output", score: "43.34", weight: "50.00" },
      { key: "benefit", score: "26.79", weight: "30.00" },
      { key: "satisfaction", score: "9.50", weight: "10.00" },
    ]);
  });

  it("adds up the paper's four wishes", () => {
    expect(Object.fromEntries(result.dimensions.map((row) => [row.key, row.score]))).toEqual({
      input_output: "21.09",
      pillar: "13.00",
      local: "4.40",
      ecology: "4.70",
    });
  });

  it("demands exactly the listed reasons", () => {
    expect(result.lines.filter((line) => line.reasonRequired).map((line) => line.code)).toEqual(
      exampleReasons,
    );
    expect(lineOf(exampleLines, "Q3").improvementRequired).toBe(false);
  });

  it("scores N1 with 2.73 under the ratio variant", () => {
    expect(lineOf(exampleLines, "N1", { ...defaultRule, reverse: "ratio" }).score).toBe("2.73");
  });

  it("names a missed main target", () => {
    const marked = exampleIndicators.map((row) => ({
      ...row,
      core: row.code === "Q2" || row.code === "Q4",
    }));
    expect(score(defaultRule, marked, exampleLines).coreMissed).toEqual(["Q2"]);
  });
});

describe("what keeps a score from being final", () => {
  it("names missing reasons and improvements but scores", () => {
    const bare = exampleLines.map(({ code, actual, achievement, score: given }) => ({
      code,
      actual,
      achievement,
      score: given,
    }));
    const result = score(defaultRule, exampleIndicators, bare);
    const without = (what: string) =>
      result.lines
        .filter((line) => line.problems.some((row) => row.code === what))
        .map((line) => line.code);
    expect(result.total).toBe("89.23");
    expect(without("reason_missing")).toEqual(exampleReasons);
    expect(without("improvement_missing")).toEqual(exampleReasons.filter((code) => code !== "Q3"));
    expect(isComplete(result)).toBe(false);
  });

  it.each([
    ["2.39", "achieved"],
    ["3.01", "achieved"],
    ["2.40", "partly"],
    ["1.79", "partly"],
    ["1.80", "not_achieved"],
    ["-0.01", "not_achieved"],
  ] as const)("refuses %s for S1 (weight 3) in the band %s", (given, achievement) => {
    expect(problemsOf("S1", { score: given, achievement })).toContain("score_out_of_band");
    expect(
      score(defaultRule, exampleIndicators, change("S1", { score: given, achievement })).total,
    ).toBeNull();
  });

  it.each([
    ["2.40", "achieved"],
    ["3", "achieved"],
    ["2.39", "partly"],
    ["1.80", "partly"],
    ["1.79", "not_achieved"],
    ["0", "not_achieved"],
  ] as const)("accepts %s for S1 in the band %s", (given, achievement) => {
    expect(problemsOf("S1", { score: given, achievement })).toEqual([]);
  });

  it.each([
    ["S1", { score: null }, "score_missing"],
    ["S1", { score: "2.705" }, "score_too_precise"],
    ["S1", { score: "gut" }, "score_not_a_number"],
    ["S1", { achievement: null }, "achievement_missing"],
    ["Q1", { actual: null }, "actual_missing"],
    ["Q1", { actual: { value: "two" } }, "actual_not_a_number"],
    ["L1", { actual: { numerator: "19", denominator: "0" } }, "zero_denominator"],
    ["Q3", { deductionPercent: 15 }, "deduction_not_allowed"],
    ["Q3", { deductionReason: " " }, "deduction_reason_missing"],
    ["Q4", { deductionPercent: 10, deductionReason: "x" }, "deduction_without_over_achievement"],
    ["Q2", { notApplicable: true }, "consent_missing"],
    ["Q2", { cause: "weather" }, "cause_unknown"],
  ] as const)("%s with %j has the problem %s", (code, part, expected) => {
    expect(problemsOf(code, part)).toContain(expected);
  });

  it("names lines that are unknown, repeated or missing", () => {
    const stray = score(defaultRule, exampleIndicators, [
      ...exampleLines,
      { code: "X9" },
      { code: "Q1" },
    ]);
    expect(stray.problems.map((row) => row.code)).toEqual(["indicator_unknown", "line_repeated"]);
    expect(stray.total).toBeNull();
    expect(
      lineOf(
        exampleLines.filter((row) => row.code !== "E1"),
        "E1",
      ).problems[0]?.code,
    ).toBe("actual_missing");
  });

  it("refuses targets below zero and an empty budget", () => {
    const withTarget = (code: string, value: string) =>
      exampleIndicators.map((row) => (row.code === code ? { ...row, target: { value } } : row));
    const first = (code: string, value: string) =>
      score(defaultRule, withTarget(code, value), exampleLines).lines.find(
        (row) => row.code === code,
      )?.problems[0]?.code;
    expect(first("Q1", "-1")).toBe("target_negative");
    expect(first("Q1", "?")).toBe("target_not_a_number");
    expect(first("B0", "0")).toBe("target_zero");
  });
});

describe("rules at their edges", () => {
  it.each([
    ["K2", "1", "0.00"],
    ["K2", "-1", "4.00"],
    ["N1", "40", "3.00"],
    ["N1", "60", "1.50"],
    ["N1", "80", "0.00"],
    ["N1", "500", "0.00"],
    ["N1", "-3", "3.00"],
    ["Q1", "-3", "0.00"],
    ["Q1", "3", "6.00"],
    ["L1", "100", "6.00"],
    ["L1", "110", "6.00"],
    ["B0", "330", "10.00"],
    ["B0", "-5", "0.00"],
  ])("%s with the result %s scores %s", (code, value, shown) => {
    expect(lineOf(change(code, { actual: { value } }), code).score).toBe(shown);
  });

  it("demands a reason from 1.3 times the target on", () => {
    expect(lineOf(change("Q4", { actual: { value: "6.49" } }), "Q4").reasonRequired).toBe(false);
    expect(lineOf(change("Q4", { actual: { value: "6.5" } }), "Q4").reasonRequired).toBe(true);
    expect(lineOf(change("N2", { actual: { value: "0" } }), "N2").reasonRequired).toBe(false);
  });

  it("keeps numerator and denominator exact", () => {
    const parts = { numerator: "31500", denominator: "50000" };
    expect(lineOf(change("L3", { actual: parts }), "L3").score).toBe("3.60");
    expect(
      lineOf(change("E2", { actual: { numerator: "1640", denominator: "276" } }), "E2").score,
    ).toBe("2.97");
  });

  it.each([
    ["90", "excellent"],
    ["89.99", "good"],
    ["80", "good"],
    ["79.99", "fair"],
    ["60", "fair"],
    ["59.99", "poor"],
    ["0", "poor"],
  ])("grades %s as %s", (points, grade) => expect(gradeOf(defaultRule, points)).toBe(grade));

  it("rescales to 100 what applies", () => {
    const dropped = change("Q2", { notApplicable: true, notApplicableConsent: true });
    const result = score(defaultRule, exampleIndicators, dropped);
    expect([result.sum, result.applicableWeight, result.total]).toEqual([
      "85.83",
      "94.00",
      "91.31",
    ]);
    expect(result.grade).toBe("excellent");
    expect(result.lines.find((row) => row.code === "Q2")?.reasonRequired).toBe(false);
  });

  it("has no total when nothing applies", () => {
    const none = exampleLines.map((line) => ({
      ...line,
      notApplicable: true,
      notApplicableConsent: true,
    }));
    expect(score(defaultRule, exampleIndicators, none).total).toBeNull();
  });
});
