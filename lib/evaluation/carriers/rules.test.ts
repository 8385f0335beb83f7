import { expect, it } from "vitest";
import { type ContributionFacts, carrierMeasures } from "./rules";

const project = (rest: Partial<NonNullable<ContributionFacts["project"]>> = {}) => ({
  approved: true,
  budget: "3000000",
  acceptanceResult: null,
  grade: null,
  ...rest,
});

const row = (
  id: string,
  kind: ContributionFacts["kind"],
  rest: Partial<ContributionFacts> = {},
): ContributionFacts => ({ id, kind, year: 2026, amount: null, project: null, ...rest });

it("counts the year's introductions and transfers, and what became of all that was ever brought", () => {
  const measures = carrierMeasures(
    [
      row("a", "project_brought", { project: project() }),
      row("b", "project_brought", { project: project({ approved: false, budget: "900000" }) }),
      row("c", "project_brought", {
        year: 2024,
        project: project({ acceptanceResult: "passed", grade: "good" }),
      }),
      row("d", "project_brought", {
        year: 2024,
        project: project({ acceptanceResult: "failed", grade: "poor" }),
      }),
      row("e", "technology_transferred", { amount: "1500000" }),
      row("f", "outcome", { amount: "2500000.50" }),
      row("g", "project_brought", { year: 2027, project: project() }),
    ],
    2026,
  );
  expect(measures).toMatchObject({
    C1: { actual: { value: "2" }, behind: ["a", "b"] },
    C2: { actual: { numerator: "1", denominator: "2" } },
    C3: { actual: { value: "300" } },
    T1: { actual: { value: "1" } },
    T2: { actual: { value: "150" } },
    A1: { actual: { numerator: "1", denominator: "2" }, behind: ["c", "d"] },
    A2: { actual: { numerator: "1", denominator: "2" } },
    A3: { actual: { value: "250.00005" } },
  });
});

it("measures no share of nothing", () => {
  const measures = carrierMeasures([], 2026);
  expect(measures.C1?.actual).toEqual({ value: "0" });
  expect(measures.C2?.actual).toBeNull();
  expect(measures.A1?.actual).toBeNull();
});
