import { compare, type Fraction, parseDecimal, toFixed, total, zero } from "@/lib/kernel/fraction";

/** What stands against publishing: a stable code and what fills its sentence. */
export interface RuleProblem {
  code: string;
  params: Record<string, string | number>;
}

export const problem = (
  code: string,
  params: Record<string, string | number> = {},
): RuleProblem => ({ code, params });

/** The sum of typed numbers; null while one of them is missing. */
export function sumOf(texts: readonly (string | undefined)[]): Fraction | null {
  const read = texts.map((text) => (text === undefined ? null : parseDecimal(text)));
  const known = read.filter((value) => value !== null);
  return known.length === read.length ? total(known) : null;
}

/** A typed number; 0 where it is missing, which other checks tell. */
export const numberOf = (text: string | undefined): Fraction =>
  (text === undefined ? null : parseDecimal(text)) ?? zero;

export const isOver = (a: Fraction, b: Fraction): boolean => compare(a, b) > 0;
export const plain = (value: Fraction): string => toFixed(value, 2).replace(/\.?0+$/, "");
