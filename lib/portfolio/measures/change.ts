import { mean, shares, sum } from "./series";

/** Change from one figure to the next as a share of the first; null from nothing. */
export const relativeChange = (from: number, to: number): number | null =>
  from === 0 ? null : (to - from) / from;

/** Change from each year to the next. */
export const yearlyChanges = (values: readonly number[]): (number | null)[] =>
  values.slice(1).map((value, i) => relativeChange(values[i] ?? 0, value));

export type Shape =
  | { shape: "w" | "not_w"; signs: readonly number[] }
  | { shape: "insufficient_points"; signs: readonly number[]; needed: number };

const pointsOfW = 5;

/**
 * Whether a series falls, rises, falls and rises again: the difference signs (−,+,−,+), repeats
 * counted once. Fewer than five points can't tell (domain.md §4.1).
 */
export function wShape(values: readonly number[]): Shape {
  const signs = values.slice(1).map((value, i) => Math.sign(value - (values[i] ?? 0)));
  if (values.length < pointsOfW) return { shape: "insufficient_points", signs, needed: pointsOfW };
  const turns = signs.filter((sign, i) => sign !== 0 && sign !== signs[i - 1]);
  return { shape: turns.join() === "-1,1,-1,1" ? "w" : "not_w", signs };
}

/** Σ|s(t) − s(t−1)| over units, 0–2: how much the shares moved between two years. */
export function structuralShift(before: readonly number[], after: readonly number[]): number {
  const [was, is] = [shares(before), shares(after)];
  return sum(was.map((part, i) => Math.abs((is[i] ?? 0) - part)));
}

/** Ranks from 1 for the largest; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const above = values.filter((other) => other > value).length;
    const equal = values.filter((other) => other === value).length;
    return above + (equal + 1) / 2;
  });
}

/** Spearman's rank correlation with mean ranks for ties; null when one side doesn't vary. */
export function spearman(a: readonly number[], b: readonly number[]): number | null {
  const [x, y] = [ranks(a), ranks(b)];
  const [middleX, middleY] = [mean(x) ?? 0, mean(y) ?? 0];
  const dx = x.map((rank) => rank - middleX);
  const dy = y.map((rank) => rank - middleY);
  const spread = Math.sqrt(sum(dx.map((d) => d * d)) * sum(dy.map((d) => d * d)));
  return spread === 0 ? null : sum(dx.map((d, i) => d * (dy[i] ?? 0))) / spread;
}
