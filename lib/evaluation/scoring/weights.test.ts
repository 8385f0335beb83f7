import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultIndicatorSet } from "./default-indicator-set";
import { defaultRule } from "./rule";
import { weightProblems } from "./weights";

const { indicators, parents } = defaultIndicatorSet;
const change = (code: string, part: object) =>
  indicators.map((row) => (row.code === code ? { ...row, ...part } : row));
const codes = (rows: Parameters<typeof weightProblems>[1]) =>
  weightProblems(defaultRule, rows, parents).map((row) => row.code);

describe("weights", () => {
  it("of the default set add up", () => expect(codes(indicators)).toEqual([]));

  it("that don't add up name the level and both sums", () => {
    expect(weightProblems(defaultRule, change("Q1", { weight: "5.5" }), parents)).toEqual([
      { code: "level_sum", params: { key: "output", expected: "50", actual: "49.50" } },
      { code: "parent_sum", params: { key: "quantity", expected: "20", actual: "19.50" } },
    ]);
  });

  it("moved between second levels still break their parents", () => {
    const moved = change("Q1", { weight: "5" }).map((row) =>
      row.code === "L1" ? { ...row, weight: "7" } : row,
    );
    expect(codes(moved)).toEqual(["parent_sum", "parent_sum"]);
    expect(weightProblems(defaultRule, moved)).toEqual([]);
  });

  it.each([
    [{ weight: "x" }, "weight_not_a_number"],
    [{ weight: "0" }, "weight_not_positive"],
    [{ weight: "6.001" }, "weight_too_precise"],
    [{ code: "Q2" }, "code_repeated"],
    [{ kind: "budget_execution" }, "execution_level"],
  ])("with %j are refused: %s", (part, expected) =>
    expect(codes(change("Q1", part))).toContain(expected),
  );

  it("need budget execution", () => {
    expect(codes(indicators.filter((row) => row.code !== "B0"))).toEqual([
      "execution_missing",
      "level_sum",
      "parent_sum",
    ]);
  });

  it("that any one row moves are refused, and that two rows of one parent trade are not", () => {
    const cents = fc.integer({ min: 1, max: 90 });
    const rows = fc.constantFrom(...indicators.map((row) => row.code));
    fc.assert(
      fc.property(rows, cents, (code, moved) => {
        const row = indicators.find((each) => each.code === code);
        const more = (Number(row?.weight) + moved / 100).toFixed(2);
        expect(codes(change(code, { weight: more }))).toContain("level_sum");
      }),
    );
    fc.assert(
      fc.property(cents, (moved) => {
        const traded = indicators.map((row) => {
          if (row.code === "Q1") return { ...row, weight: (6 + moved / 100).toFixed(2) };
          return row.code === "Q2" ? { ...row, weight: (6 - moved / 100).toFixed(2) } : row;
        });
        expect(codes(traded)).toEqual([]);
      }),
    );
  });
});
