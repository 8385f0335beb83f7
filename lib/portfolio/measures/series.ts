/** Sums, shares and spread of plain figures (domain.md §4.1). Figures are numbers for reading, not money to pay. */
export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Mean; null without values. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** A part of a whole, from 0 to 1; null when the whole is nothing. */
export const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

/** Each value's share of their sum; all 0 when the sum is nothing. */
export function shares(values: readonly number[]): number[] {
  const whole = sum(values);
  return values.map((value) => share(value, whole) ?? 0);
}

/** Standard deviation of the whole population (not of a sample); null without values. */
export function populationDeviation(values: readonly number[]): number | null {
  const middle = mean(values);
  if (middle === null) return null;
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / values.length);
}

/** Population SD ÷ mean; null when the mean is nothing. */
export function coefficientOfVariation(values: readonly number[]): number | null {
  const [spread, middle] = [populationDeviation(values), mean(values)];
  return spread === null || !middle ? null : spread / middle;
}

export type Stability = "stable" | "moderate" | "volatile" | "erratic";

/** Upper bounds of the bands of CV; the value at a bound belongs to the next band. */
export const defaultStabilityBounds = { stable: 0.3, moderate: 0.6, volatile: 1 } as const;

export function stability(
  cv: number,
  bounds: Readonly<Record<Exclude<Stability, "erratic">, number>> = defaultStabilityBounds,
): Stability {
  if (cv < bounds.stable) return "stable";
  if (cv < bounds.moderate) return "moderate";
  return cv < bounds.volatile ? "volatile" : "erratic";
}

/** The largest value's share of the sum; null when the sum is nothing. */
export const peakShare = (values: readonly number[]): number | null =>
  values.length === 0 ? null : share(Math.max(...values), sum(values));

/** Whether one year carries the whole period (单年依赖). */
export const dependsOnSingleYear = (values: readonly number[], from = 0.8): boolean =>
  (peakShare(values) ?? 0) >= from;
