import type { Quality } from "../spec";

/** A target as the baseline froze it. */
export interface FrozenTarget {
  indicatorCode: string;
  kind: string;
  value: string;
}

/** What each indicator reached, as text; a band for qualitative ones. Money in 万元. */
export interface Reached {
  indicatorCode: string;
  value: string;
  score?: string;
  /** Off the target: below it, or so far above that the reason must be given. */
  off?: "below" | "far_above";
}

/** The example of domain.md §3.3; with its targets, money and deduction it gives 88.83. */
const example: Readonly<Record<string, string>> = {
  Q1: "2",
  Q2: "1",
  Q3: "3",
  Q4: "6",
  L1: "95",
  L2: "3",
  L3: "63",
  T1: "80",
  T2: "100",
  K2: "0",
  E2: "5.94",
  S2: "24",
  S3: "12",
  N1: "44",
  N2: "0",
  U1: "27",
  M1: "93",
  M2: "81",
};

const factors: Readonly<Record<Quality, number>> = {
  excellent: 1,
  good: 0.82,
  fair: 0.68,
  poor: 0.4,
};

const bands: Readonly<Record<Quality, readonly [value: string, s1: string, u2: string]>> = {
  excellent: ["achieved", "2.85", "1.90"],
  good: ["achieved", "2.70", "1.40"],
  fair: ["partly", "2.10", "1.40"],
  poor: ["not_achieved", "1.20", "0.80"],
};

/** Share of the budget that was spent. */
export const spentShare: Readonly<Record<Quality, number>> = {
  excellent: 0.97,
  good: 0.92,
  fair: 0.78,
  poor: 0.5,
};

/** What a project of this quality reached; budget execution is computed, not stated. */
export function resultsOf(
  targets: readonly FrozenTarget[],
  quality: Quality,
  spent: number,
): Reached[] {
  return targets.flatMap((target) => {
    if (target.kind === "budget_execution") return [];
    const reached = reachedOf(target, quality, spent);
    const off = offTarget(target, reached.value);
    return [{ indicatorCode: target.indicatorCode, ...reached, ...(off ? { off } : {}) }];
  });
}

/** From this multiple of the target on a result must be explained (domain.md §3.2). */
const farAbove = 1.3;

function offTarget({ kind, value: goal }: FrozenTarget, value: string): Reached["off"] {
  if (kind === "qualitative") return value === "achieved" ? undefined : "below";
  const [target, actual] = [Number(goal), Number(value)];
  if (kind === "at_most" || target === 0) return actual > target ? "below" : undefined;
  if (actual < target) return "below";
  return actual >= farAbove * target ? "far_above" : undefined;
}

function reachedOf(
  target: FrozenTarget,
  quality: Quality,
  spent: number,
): Omit<Reached, "indicatorCode"> {
  const { indicatorCode: code } = target;
  if (target.kind === "qualitative") {
    const [value, s1, u2] = bands[quality];
    if (code !== "U2") return { value, score: s1 };
    return { value: quality === "good" ? "partly" : value, score: u2 };
  }
  if (code === "K1") return { value: String(spent) };
  const stated = quality === "good" ? example[code] : undefined;
  return { value: stated ?? figureOf(target, quality) };
}

function figureOf({ indicatorCode, kind, value }: FrozenTarget, quality: Quality): string {
  const [goal, factor] = [Number(value), factors[quality]];
  if (indicatorCode === "E3" && quality === "good") return String(Math.round(goal * 1.1));
  if (kind === "at_most") return trimmed(goal * (2 - factor));
  if (goal === 0) return quality === "poor" ? "1" : "0";
  if (quality === "excellent" && indicatorCode === "Q2") return trimmed(goal / 2);
  const reached = goal * factor;
  return goal <= 20 && Number.isInteger(goal) ? String(Math.round(reached)) : trimmed(reached);
}

const trimmed = (figure: number): string => String(Math.round(figure * 100) / 100);
