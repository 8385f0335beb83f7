import { share, shares, sum } from "./series";

/** One row per district (or country), one column per country (or industry); same columns in each. */
export type Matrix = readonly (readonly number[])[];

/** Fewer projects than this in a row are shown as "small n". */
export const defaultSmallSample = 5;

const columnTotals = (matrix: Matrix): number[] =>
  (matrix[0] ?? []).map((_, j) => sum(matrix.map((row) => row[j] ?? 0)));

/** Location quotients (x_ij/x_i·) ÷ (x_·j/x_··); null where a row or a column is empty. */
export function locationQuotients(matrix: Matrix): (number | null)[][] {
  const whole = shares(columnTotals(matrix));
  return matrix.map((row) =>
    row.map((value, j) => {
      const own = share(value, sum(row));
      return own === null ? null : share(own, whole[j] ?? 0);
    }),
  );
}

/** Symmetric revealed comparative advantage (LQ − 1) ÷ (LQ + 1), from −1 to 1. */
export const symmetricAdvantage = (quotient: number): number => (quotient - 1) / (quotient + 1);

/** Krugman index Σ|s_ij − s_j| of each row against the whole, 0–2; null for an empty row. */
export function krugman(matrix: Matrix): (number | null)[] {
  const whole = shares(columnTotals(matrix));
  return matrix.map((row) =>
    sum(row) === 0 ? null : sum(shares(row).map((part, j) => Math.abs(part - (whole[j] ?? 0)))),
  );
}

/** 1 − ½Σ|s_aj − s_bj|: 1 is full overlap, 0 is 错位; null when one of them is empty. */
export function similarity(a: readonly number[], b: readonly number[]): number | null {
  if (sum(a) === 0 || sum(b) === 0) return null;
  const other = shares(b);
  return 1 - sum(shares(a).map((part, j) => Math.abs(part - (other[j] ?? 0)))) / 2;
}

/** Whether a row holds too few projects to call it specialised. */
export const isSmallSample = (projects: number, least = defaultSmallSample): boolean =>
  projects < least;
