import { achievements, type Grade, grades, type levels, type ScoringRule } from "../scoring/rule";
import type { ScoringContent } from "./schema";

const placesOfScores = 2;

/** What is typed as the scoring rules that the engine reads; for content that the checks passed. */
export function definitionOf(
  content: ScoringContent,
  row: { code: string; version: number },
): ScoringRule {
  const { reverse, overAchievement = "0", deductions } = content;
  const share = (level: (typeof levels)[number]) => content.levels[level] ?? "0";
  return {
    ...row,
    places: placesOfScores,
    reverse: reverse ?? "linear",
    overAchievement,
    deductions: deductions.flatMap(({ percent }) => percent ?? []),
    bands: achievements.flatMap((achievement, at) => {
      const band = content.bands.find((each) => each.achievement === achievement);
      return band
        ? [{ achievement, from: band.from ?? "0", to: band.to ?? "0", toIncluded: at === 0 }]
        : [];
    }),
    grades: grades.flatMap((grade) => gradeBound(content, grade)),
    levels: {
      execution: share("execution"),
      output: share("output"),
      benefit: share("benefit"),
      satisfaction: share("satisfaction"),
    },
  };
}

function gradeBound(content: ScoringContent, grade: Grade) {
  const row = content.grades.find((each) => each.grade === grade);
  return row ? [{ grade, from: row.from ?? "0" }] : [];
}
