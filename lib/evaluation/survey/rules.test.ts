import fc from "fast-check";
import { expect, it } from "vitest";
import { fitsState, satisfactionOf } from "./rules";

it("sums satisfied answers over answers by indicator, never averages percentages", () => {
  const answers = [
    { audience: "partner", steps: [5, 5, 4] },
    { audience: "user", steps: [5, 3, 4] },
    { audience: "supervisor", steps: [2, 4, 5] },
  ];
  expect(satisfactionOf(answers, "M1")).toEqual({ numerator: 3, denominator: 3, percent: "100" });
  expect(satisfactionOf(answers, "M2")).toEqual({ numerator: 4, denominator: 6, percent: "66.67" });
  expect(satisfactionOf([], "M1")).toEqual({ numerator: 0, denominator: 0, percent: null });
  expect(satisfactionOf([{ audience: "user", steps: [1, 2, 3] }], "M2").percent).toBe("0");
});

it("stays between nothing and all, and no better answer lowers it", () => {
  const step = fc.integer({ min: 1, max: 5 });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.nat(), (steps, at) => {
      const of = (list: readonly number[]) =>
        Number(satisfactionOf([{ audience: "user", steps: list }], "M2").percent);
      const before = of(steps);
      expect(before).toBeGreaterThanOrEqual(0);
      expect(before).toBeLessThanOrEqual(100);
      const better = steps.map((each, place) => (place === at % steps.length ? 5 : each));
      expect(of(better)).toBeGreaterThanOrEqual(before);
    }),
  );
});

it("asks applicants only where the project was not approved", () => {
  expect(fitsState("applicant", "not_approved")).toBe(true);
  expect(fitsState("applicant", "evaluation")).toBe(false);
  expect(fitsState("partner", "not_approved")).toBe(false);
});
