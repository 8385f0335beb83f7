import {
  add,
  compare,
  decimalOf,
  divide,
  type Fraction,
  fraction,
  multiply,
  parseDecimal,
  toFixed,
  total,
  zero,
} from "@/lib/kernel/fraction";
import { isWorse } from "../scoring/formulas";
import { type Achievement, achievements } from "../scoring/rule";
import type { IndicatorKind, Measured } from "../scoring/types";

/** How the values of many projects become one: added, part over whole, or projects that reached theirs. */
export type How = "sum" | "quotient" | "reached";

/** One project's word on one indicator. */
export interface Contribution {
  projectId: string;
  /** As its contract, or its evaluation, states it: a figure or a band. */
  target: string;
  /** Null while it has no result. */
  actual: string | null;
  /** What a rate is a share of, where Kehe knows it: 50,000 for a localisation of 63 %. */
  base: string | null;
}

export interface RollIndicator {
  kind: IndicatorKind;
  unit: string;
}

/** A contribution as it entered: `left` where it is out of both target and result. */
export interface Part extends Contribution {
  left: boolean;
  reached: boolean;
}

export interface Rolled {
  how: How;
  /** Null where no project says anything that counts. */
  target: Measured | null;
  actual: Measured | null;
  parts: readonly Part[];
  /** Projects without a result yet. */
  pending: number;
}

/** Units whose values are shares or intensities: their sum or mean says nothing. */
const rateUnits = ["percent", "ratio", "kwh", "band"];

/**
 * Rolls one indicator up over the projects of a budget item and year (domain.md §3.1): counts and
 * amounts are summed. A rate is the sum of the parts over the sum of the wholes where every whole is
 * known; otherwise it is the number of projects that reached their own target over all that have one.
 * Percentages are never averaged. A missing result counts as nothing reached; under an upper limit,
 * where nothing would look good, the project is left out of both sides.
 */
export function roll(indicator: RollIndicator, contributions: readonly Contribution[]): Rolled {
  const how = howOf(indicator, contributions);
  const parts = contributions.map((row) => partOf(indicator, how, row));
  const counted = parts.filter((part) => !part.left);
  const pending = contributions.filter((row) => row.actual === null).length;
  if (counted.length === 0) return { how, target: null, actual: null, parts, pending };
  return { how, ...valuesOf(indicator, how, counted), parts, pending };
}

function howOf({ kind, unit }: RollIndicator, rows: readonly Contribution[]): How {
  if (kind === "qualitative") return "reached";
  if (!rateUnits.includes(unit)) return "sum";
  const known = rows.filter((row) => row.actual !== null);
  const based = known.every((row) => row.base !== null && isPositive(row.base));
  return known.length > 0 && based ? "quotient" : "reached";
}

const isPositive = (text: string): boolean => compare(figure(text), zero) > 0;

/** A stored figure; text that is none counts as nothing. */
const figure = (text: string | null): Fraction => parseDecimal(text ?? "") ?? zero;

function partOf(indicator: RollIndicator, how: How, row: Contribution): Part {
  const waiting = row.actual === null;
  const left = waiting && (how === "quotient" || (how === "sum" && isLimit(indicator, row)));
  return { ...row, left, reached: !waiting && hasReached(indicator, row) };
}

/** At most so much, or exactly none. */
const isLimit = ({ kind }: RollIndicator, { target }: Contribution): boolean =>
  kind === "at_most" || (kind === "equal" && compare(figure(target), zero) === 0);

function hasReached({ kind }: RollIndicator, { target, actual }: Contribution): boolean {
  if (kind !== "qualitative") return !isWorse(kind, figure(target), figure(actual));
  return rank(actual) >= 0 && rank(actual) <= Math.max(rank(target), 0);
}

const rank = (band: string | null): number =>
  achievements.findIndex((each: Achievement) => each === band);

function valuesOf(indicator: RollIndicator, how: How, parts: readonly Part[]) {
  if (how === "reached") {
    const all = String(parts.length);
    const reached = String(parts.filter((part) => part.reached).length);
    return {
      target: { numerator: all, denominator: all },
      actual: { numerator: reached, denominator: all },
    };
  }
  if (how === "sum") {
    return {
      target: { value: plain(total(parts.map((part) => figure(part.target)))) },
      actual: { value: plain(total(parts.map((part) => figure(part.actual)))) },
    };
  }
  const denominator = plain(total(parts.map((part) => figure(part.base))));
  const side = (of: (part: Part) => string | null): Measured => ({
    numerator: plain(total(parts.map((part) => shareOf(indicator, figure(of(part)), part)))),
    denominator,
  });
  return { target: side((part) => part.target), actual: side((part) => part.actual) };
}

const shareOf = ({ unit }: RollIndicator, rate: Fraction, { base }: Part): Fraction => {
  const part = multiply(rate, figure(base));
  return unit === "percent" ? divide(part, fraction(100n)) : part;
};

/** Decimal text without needless zeros; the ten places hold every product of stored figures. */
function plain(value: Fraction): string {
  const text = toFixed(value, 10);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The kind and unit by which a rolled line is scored: reached projects are a share of at least all. */
export const scoredAs = (how: How, indicator: RollIndicator): RollIndicator =>
  how === "reached" ? { kind: "at_least", unit: "percent" } : indicator;

/** Yuan by source, as the finance's forms split them. */
export interface MoneySplit {
  fiscal: string;
  carried: string;
  other: string;
}

export const moneySources = ["fiscal", "carried", "other"] as const;

/** All sources together, in yuan. */
export const moneyTotal = (split: MoneySplit): string =>
  toFixed(moneySources.map((source) => decimalOf(split[source])).reduce(add, zero), 2);

/** Executed over adjusted in percent with two digits; null without a budget. */
export function executionRate(adjusted: string, executed: string): string | null {
  const whole = decimalOf(adjusted);
  if (compare(whole, zero) === 0) return null;
  return toFixed(divide(multiply(decimalOf(executed), fraction(100n)), whole), 2);
}
