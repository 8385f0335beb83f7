import {
  compare,
  decimalOf,
  divide,
  fraction,
  multiply,
  subtract,
  toFixed,
  zero,
} from "@/lib/kernel/fraction";

/** One indicator over many evaluations: what it could bring and what it brought. */
export interface LineSum {
  code: string;
  weight: string;
  score: string;
  projects: number;
}

export interface Loss extends LineSum {
  /** Points lost in all. */
  lost: string;
  /** Points reached of those to be had, in percent; sums over sums, never a mean of percentages. */
  rate: string;
}

/** Points reached of those to be had, in percent with one digit. */
export function rateOf(score: string, weight: string): string {
  const whole = decimalOf(weight);
  if (compare(whole, zero) === 0) return "0.0";
  return toFixed(divide(multiply(decimalOf(score), fraction(100n)), whole), 1);
}

/** The indicators that lost most points, the greatest loss first; what lost nothing is left out. */
export function worstFirst(sums: readonly LineSum[], take: number): Loss[] {
  return sums
    .map((row) => ({
      ...row,
      lost: toFixed(subtract(decimalOf(row.weight), decimalOf(row.score)), 2),
      rate: rateOf(row.score, row.weight),
    }))
    .filter(({ lost }) => compare(decimalOf(lost), zero) > 0)
    .sort((a, b) => compare(decimalOf(b.lost), decimalOf(a.lost)) || a.code.localeCompare(b.code))
    .slice(0, take);
}
