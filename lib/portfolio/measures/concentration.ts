import { shares, sum } from "./series";

/** Herfindahl–Hirschman index Σ share², from 1/n to 1; null when the sum is nothing. */
export const herfindahl = (values: readonly number[]): number | null =>
  sum(values) === 0 ? null : sum(shares(values).map((part) => part ** 2));

/** How many equal units would be as concentrated: 1 ÷ HHI. */
export function effectiveNumber(values: readonly number[]): number | null {
  const index = herfindahl(values);
  return index === null ? null : 1 / index;
}

/** HHI stretched to 0–1: (HHI − 1/n) ÷ (1 − 1/n); null for fewer than two units. */
export function normalisedHerfindahl(values: readonly number[]): number | null {
  const index = herfindahl(values);
  if (index === null || values.length < 2) return null;
  const least = 1 / values.length;
  return (index - least) / (1 - least);
}

/** The share of the largest units together, three by default. */
export function concentrationRatio(values: readonly number[], largest = 3): number | null {
  const ordered = [...values].sort((a, b) => b - a).slice(0, largest);
  return sum(values) === 0 ? null : sum(ordered) / sum(values);
}

/** Gini coefficient, 0 (equal) to 1 − 1/n (all in one hand); null when the sum is nothing. */
export function gini(values: readonly number[]): number | null {
  const n = values.length;
  if (sum(values) === 0) return null;
  const ranked = [...values].sort((a, b) => a - b).map((value, i) => (i + 1) * value);
  return (2 * sum(ranked)) / (n * sum(values)) - (n + 1) / n;
}
