import { compare, decimalOf, divide, fraction, multiply, toFixed } from "@/lib/kernel/fraction";
import { gradeOf } from "./engine";
import type { Grade, ScoringRule } from "./rule";
import type { LineResult } from "./types";

/** How far each weight may move, in percent of itself, and how often the weights are drawn. */
const spread = 20;
const draws = 2000;

export interface Sensitivity {
  seed: number;
  draws: number;
  /** Percent. */
  spread: number;
  /** How many draws gave each grade, best grade first; together they are `draws`. */
  grades: readonly { grade: Grade; count: number }[];
  lowest: string;
  median: string;
  highest: string;
}

/**
 * How the total and the grade move when every weight moves at random by up to ±20 % and the sum is
 * brought back to 100. The results of the lines stay. The same seed gives the same answer; null
 * while a line that applies has no score.
 */
export function sensitivityOf(
  rule: ScoringRule,
  lines: readonly LineResult[],
  seed: number,
): Sensitivity | null {
  const applied = lines.filter((line) => !line.notApplicable);
  if (applied.length === 0 || applied.some((line) => line.score === null)) return null;
  const parts = applied.map(({ score, weight }) => ({
    score: decimalOf(score ?? "0"),
    weight: decimalOf(weight),
  }));
  const random = generator(seed);
  const totals = Array.from({ length: draws }, () => drawnTotal(rule, parts, random));
  const sorted = totals.map(decimalOf).sort(compare);
  const at = (index: number) => toFixed(sorted[index] ?? fraction(0n), rule.places);
  return {
    seed,
    draws,
    spread,
    grades: rule.grades.map(({ grade }) => ({
      grade,
      count: totals.filter((total) => gradeOf(rule, total) === grade).length,
    })),
    lowest: at(0),
    median: at(draws / 2),
    highest: at(draws - 1),
  };
}

type Fraction = ReturnType<typeof fraction>;

/** One total under weights that are each multiplied by 0.8 to 1.2 in steps of a thousandth. */
function drawnTotal(
  rule: ScoringRule,
  parts: readonly { score: Fraction; weight: Fraction }[],
  random: () => number,
): string {
  let [score, weight] = [0n, 0n];
  for (const part of parts) {
    const factor = BigInt(1000 - spread * 10 + Math.floor(random() * (spread * 20 + 1)));
    score += inUnits(part.score) * factor;
    weight += inUnits(part.weight) * factor;
  }
  if (weight === 0n) return toFixed(fraction(0n), rule.places);
  return toFixed(divide(multiply(fraction(score), fraction(100n)), fraction(weight)), rule.places);
}

const unit = 1_000_000n;
/** Ten-thousandths of a point and finer: whole numbers add up quickly and exactly. */
const inUnits = ({ n, d }: Fraction): bigint => (n * unit) / d;

/** Mulberry32: a small generator whose sequence depends on nothing but its seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
