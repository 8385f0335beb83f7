/** An exact rational number; the denominator is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** An exact quotient; throws RangeError on a zero denominator. */
export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError("A fraction has no zero denominator");
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export const zero = fraction(0n);

/** Reads plain decimal text ("-12.50") exactly; null for anything else. */
export function parseDecimal(text: string): Fraction | null {
  const match = decimal.exec(text);
  if (!match) return null;
  const [, sign, whole = "", part = ""] = match;
  const n = BigInt(whole + part);
  return fraction(sign === "-" ? -n : n, 10n ** BigInt(part.length));
}

/** Reads decimal text that the program itself wrote; throws RangeError on anything else. */
export function decimalOf(text: string): Fraction {
  const value = parseDecimal(text);
  if (!value) throw new RangeError(`Not a decimal number: ${text}`);
  return value;
}

export const add = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
/** Throws RangeError when b is zero. */
export const divide = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const total = (values: readonly Fraction[]): Fraction => values.reduce(add, zero);

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const atLeast = (a: Fraction, b: Fraction): boolean => compare(a, b) >= 0;
export const lesser = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const greater = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);

/** Decimal text with exactly `places` digits after the point, halves away from zero. */
export function toFixed(value: Fraction, places: number): string {
  const scale = 10n ** BigInt(places);
  const size = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * size * scale + value.d) / (2n * value.d);
  const digits = rounded.toString().padStart(places + 1, "0");
  const sign = value.n < 0n && rounded !== 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** The value rounded to `places`, still exact. */
export const rounded = (value: Fraction, places: number): Fraction =>
  decimalOf(toFixed(value, places));

/** Whether the value has no more than `places` digits after the point. */
export const fitsPlaces = (value: Fraction, places: number): boolean =>
  compare(rounded(value, places), value) === 0;

/** A floating-point figure for charts and averages, never for money or scores. */
export const toNumber = (value: Fraction): number => Number(toFixed(value, 12));
