import { describe, expect, it } from "vitest";
import { checkFiling, type TypedLine, typedSpending } from "./filing-check";
import { exampleIndicators, exampleLines } from "./scoring/example.fixture";
import { defaultRule } from "./scoring/rule";

const words = { reason: "受市场影响", improvement: "拓展市场" };

/** The example of domain.md §3.3 as a person types it. */
const typed: TypedLine[] = exampleLines.map((line) => ({
  indicatorCode: line.code,
  value: line.actual && "value" in line.actual ? line.actual.value : "",
  achievement: line.achievement ?? "",
  score: line.score ?? "",
  notApplicable: false,
  ...words,
}));

const withLine = (code: string, change: Partial<TypedLine>) =>
  typed.map((line) => (line.indicatorCode === code ? { ...line, ...change } : line));

describe("the acceptance file while it is typed", () => {
  it("scores as the server will", () => {
    expect(checkFiling(defaultRule, exampleIndicators, typed, "276")).toEqual({
      lacking: [],
      selfTotal: "89.23",
    });
  });

  it("names what each line lacks", () => {
    const lacking = (lines: TypedLine[], spent: string | null = "276") =>
      checkFiling(defaultRule, exampleIndicators, lines, spent).lacking;
    expect(lacking(withLine("Q2", { value: " " }))).toEqual([{ code: "Q2", lacks: ["value"] }]);
    expect(lacking(withLine("Q2", { reason: "", improvement: "" }))).toEqual([
      { code: "Q2", lacks: ["reason", "improvement"] },
    ]);
    expect(lacking(withLine("U2", { score: "9" }))).toEqual([{ code: "U2", lacks: ["value"] }]);
    expect(lacking(withLine("N1", { notApplicable: true, reason: "" }))).toEqual([
      { code: "N1", lacks: ["reason"] },
    ]);
    expect(lacking(typed, null)).toEqual([{ code: "B0", lacks: ["value"] }]);
    expect(lacking([])).toHaveLength(exampleIndicators.length);
  });

  it("adds up what is typed in 万元", () => {
    expect(typedSpending(["60", "216", "0"])).toBe("276");
    expect(typedSpending(["６０", "2,16.5", "0"])).toBe("276.5");
    expect(typedSpending(["60", "", "0"])).toBeNull();
    expect(typedSpending(["60", "约200", "0"])).toBeNull();
  });
});
