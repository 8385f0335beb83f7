import {
  compare,
  decimalOf,
  divide,
  type Fraction,
  fitsPlaces,
  fraction,
  multiply,
  parseDecimal,
  toFixed,
  total,
} from "./fraction";

/** Amounts travel as decimal text in yuan ("1200000.00"), never as floating-point numbers. */
export type Yuan = string;

export type AmountProblem = "empty" | "not_a_number" | "grouping" | "too_precise" | "too_large";
export type ParsedAmount = { ok: true; yuan: Yuan } | { ok: false; problem: AmountProblem };

const tenThousand = fraction(10_000n);
/** The database keeps sixteen digits before the point. */
const limit = fraction(10n ** 16n);

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** Decimal text with thousands separators, between `least` and `most` digits after the point. */
function shown(value: Fraction, least: number, most: number): string {
  const [whole = "", part = ""] = toFixed(value, most).split(".");
  let kept = part;
  while (kept.length > least && kept.endsWith("0")) kept = kept.slice(0, -1);
  return kept ? `${grouped(whole)}.${kept}` : grouped(whole);
}

/**
 * An amount in yuan as 万元: thousands separators, two digits after the point and up to four where
 * they are needed. `least: 0` drops ".00". Throws RangeError on text that is no decimal number.
 */
export function formatWanYuan(yuan: Yuan, digits: { least?: number; most?: number } = {}): string {
  const { least = 2, most = 4 } = digits;
  return shown(divide(decimalOf(yuan), tenThousand), least, Math.max(least, most));
}

/** An amount in yuan as the plain 万元 text that a form field holds ("1765.5"); exact. */
export function wanYuanField(yuan: Yuan): string {
  return shown(divide(decimalOf(yuan), tenThousand), 0, 6).replaceAll(",", "");
}

/** An amount in a currency: its ISO 4217 code and two digits, none for yen and won. */
export function formatCurrency(amount: string, code: string): string {
  const places = code === "JPY" || code === "KRW" ? 0 : 2;
  return `${code} ${shown(decimalOf(amount), places, places)}`;
}

/** Yuan text with exactly two digits; throws RangeError when it holds parts of a fen. */
function yuanText(value: Fraction): Yuan {
  if (!fitsPlaces(value, 2)) throw new RangeError("An amount has no parts of a fen");
  return toFixed(value, 2);
}

const refused = (problem: AmountProblem): ParsedAmount => ({ ok: false, problem });

/**
 * Reads what a person typed in a 万元 field into exact yuan: full-width digits, thousands separators
 * and a trailing 万元 or 万 are understood, a minus sign, parts of a fen and stray commas aren't.
 */
export function parseWanYuan(typed: string): ParsedAmount {
  const text = typed
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/万元?$/, "");
  if (text === "") return refused("empty");
  const [whole = ""] = text.split(".");
  if (text.includes(",") && !/^\d{1,3}(,\d{3})+$/.test(whole)) return refused("grouping");
  const value = /^\d/.test(text) ? parseDecimal(text.replaceAll(",", "")) : null;
  if (!value) return refused("not_a_number");
  const yuan = multiply(value, tenThousand);
  if (!fitsPlaces(yuan, 2)) return refused("too_precise");
  return compare(yuan, limit) < 0 ? { ok: true, yuan: yuanText(yuan) } : refused("too_large");
}

/** The exact sum in yuan; "0.00" for none. */
export const sumYuan = (amounts: readonly Yuan[]): Yuan => yuanText(total(amounts.map(decimalOf)));

/** An amount in another currency at a rate (yuan for one unit), rounded half up to the fen. */
export const toYuan = (amount: string, rate: string): Yuan =>
  toFixed(multiply(decimalOf(amount), decimalOf(rate)), 2);

/** A part of an amount, rounded half up to the fen: `percentOf("400000", "20")` is "80000.00". */
export const percentOf = (yuan: Yuan, percent: string): Yuan =>
  toFixed(divide(multiply(decimalOf(yuan), decimalOf(percent)), fraction(100n)), 2);

/** Negative, zero or positive as a is below, equal to or above b. */
export const compareYuan = (a: Yuan, b: Yuan): -1 | 0 | 1 => compare(decimalOf(a), decimalOf(b));
