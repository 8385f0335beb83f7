import { expect, it } from "vitest";
import { criteriaOf, scoreProblems, weightedTotal } from "./score-sheet";

const criteria = criteriaOf([
  { code: "need", zh: "必要性", en: "Need", weight: 30 },
  { code: "novelty", zh: "创新性", en: "Novelty", weight: 30, max: 10 },
  { code: "plan", zh: "方案", en: "Plan", weight: 60, min: 10, max: 60 },
]);

it("weighs each score by its maximum and scales to 100", () => {
  const scores = [
    { code: "need", score: 80 },
    { code: "novelty", score: 9.5 },
    { code: "plan", score: 45 },
  ];
  expect(scoreProblems(criteria, scores)).toEqual([]);
  // (30 × 0.8 + 30 × 0.95 + 60 × 0.75) ÷ 120
  expect(weightedTotal(criteria, scores)).toBe("81.25");
});

it("wants each criterion once and inside its bounds", () => {
  const problems = scoreProblems(criteria, [
    { code: "novelty", score: 11 },
    { code: "plan", score: 9 },
    { code: "plan", score: 20 },
    { code: "charm", score: 1 },
  ]);
  expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual([
    "scores score_missing",
    "scores.0.score score_out_of_bounds",
    "scores.1.score score_out_of_bounds",
    "scores.2.score score_twice",
    "scores.3.score score_unknown",
  ]);
});

it("refuses a definition that is no score sheet", () => {
  expect(() => criteriaOf([])).toThrow();
  expect(() => criteriaOf([{ code: "need", weight: 0 }])).toThrow();
});
