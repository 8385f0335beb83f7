import { describe, expect, it } from "vitest";
import { computedRating, trackingYears, upperProjectProblems } from "./rules";

const bounds = { grown: 120, kept: 80 };
const figure = (promised: string, reached: string, indicatorCode = "E1") => ({
  indicatorCode,
  promised,
  reached,
});

describe("the rating of a follow-up", () => {
  it("takes the mean share of the promise, each at most twice", () => {
    expect(computedRating([figure("2000", "1800")], 0, bounds)).toEqual({
      rating: "kept",
      share: "90.0",
    });
    expect(computedRating([figure("2000", "900"), figure("10", "50", "S3")], 0, bounds)).toEqual({
      rating: "grown",
      share: "122.5",
    });
    expect(computedRating([figure("2000", "1599")], 0, bounds).rating).toBe("faded");
    expect(computedRating([figure("2000", "1600")], 0, bounds).rating).toBe("kept");
    expect(computedRating([figure("2000", "2400")], 0, bounds).rating).toBe("grown");
  });

  it("calls growth what became a project of an upper level", () => {
    expect(computedRating([figure("2000", "100")], 1, bounds)).toEqual({
      rating: "grown",
      share: "5.0",
    });
  });

  it("gives none where nothing can be compared", () => {
    expect(computedRating([figure("0", "10"), figure("达成", "1")], 0, bounds)).toEqual({
      rating: null,
      share: null,
    });
  });
});

it("asks for one to five years", () => {
  expect([0, 1, 2, 5, 9].map(trackingYears)).toEqual([1, 1, 2, 5, 5]);
});

it("asks level, document and grant of a later project only", () => {
  const title = "高端装备重点研发";
  expect(
    upperProjectProblems([
      { kind: "prize", title },
      { kind: "upper_project", title, number: "1" },
    ]),
  ).toEqual([
    { at: 1, field: "level" },
    { at: 1, field: "amount" },
  ]);
});
