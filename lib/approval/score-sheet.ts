import { z } from "zod";
import {
  decimalOf,
  divide,
  type Fraction,
  fraction,
  multiply,
  toFixed,
  total,
} from "@/lib/kernel/fraction";

const criterion = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  /** Any positive figure; the total is scaled to 100. */
  weight: z.number().positive(),
  min: z.number().default(0),
  max: z.number().positive().default(100),
  hint: z.object({ zh: z.string(), en: z.string() }).optional(),
});

export type Criterion = z.output<typeof criterion>;

export interface Score {
  code: string;
  score: number;
}

export interface ScoreProblem {
  field: string;
  code: "score_out_of_bounds" | "score_missing" | "score_unknown" | "score_twice";
  params: Record<string, string | number>;
}

/** The criteria of a frozen score sheet; throws when the stored definition is no score sheet. */
export function criteriaOf(definition: unknown): Criterion[] {
  return z.array(criterion).min(1).parse(definition);
}

/** What stands against these scores: each criterion once, each inside its bounds. */
export function scoreProblems(
  criteria: readonly Criterion[],
  scores: readonly Score[],
): ScoreProblem[] {
  const given = new Map(scores.map((row) => [row.code, row]));
  const missing = criteria
    .filter((row) => !given.has(row.code))
    .map(
      (row): ScoreProblem => ({ field: "scores", code: "score_missing", params: { name: row.zh } }),
    );
  const wrong = scores.flatMap(({ code, score }, index): ScoreProblem[] => {
    const field = `scores.${index}.score`;
    const asked = criteria.find((row) => row.code === code);
    if (!asked) return [{ field, code: "score_unknown", params: {} }];
    if (scores.findIndex((other) => other.code === code) !== index) {
      return [{ field, code: "score_twice", params: { name: asked.zh } }];
    }
    if (score >= asked.min && score <= asked.max) return [];
    return [
      { field, code: "score_out_of_bounds", params: { minimum: asked.min, maximum: asked.max } },
    ];
  });
  return [...missing, ...wrong];
}

const exact = (value: number): Fraction => decimalOf(String(value));

/** The weighted total, 0–100 with two digits: Σ weight × score ÷ maximum, scaled to 100. */
export function weightedTotal(criteria: readonly Criterion[], scores: readonly Score[]): string {
  const given = new Map(scores.map((row) => [row.code, row.score]));
  const earned = criteria.map((row) =>
    divide(multiply(exact(row.weight), exact(given.get(row.code) ?? 0)), exact(row.max)),
  );
  const weights = total(criteria.map((row) => exact(row.weight)));
  return toFixed(divide(multiply(total(earned), fraction(100n)), weights), 2);
}
