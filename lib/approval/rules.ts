import {
  add,
  compare,
  decimalOf,
  divide,
  fraction,
  multiply,
  subtract,
  toFixed,
  toNumber,
  total,
} from "@/lib/kernel/fraction";
import type { ObjectionStep, PanelRoute } from "./schema";

export interface MergedReview {
  /** Two digits. */
  mean: string;
  /** Totals that the mean counts, and the two that were left out. */
  kept: number;
  dropped: number;
  /** Sample standard deviation over all sheets, two digits. */
  deviation: string;
  /** The sheets differ more than the threshold: the officer must say something about it. */
  flagged: boolean;
}

/**
 * Merges the experts' totals (domain.md §1.6, score merge): the mean; from `score_trim_from` sheets on
 * without one highest and one lowest. Flagged when the sample standard deviation exceeds the threshold.
 */
export function mergeTotals(totals: readonly string[], numbers: Numbers = new Map()): MergedReview {
  if (totals.length === 0) throw new RangeError("There is no sheet to merge");
  const sorted = totals.map(decimalOf).sort(compare);
  const kept = sorted.length >= numberOf(numbers, "score_trim_from") ? sorted.slice(1, -1) : sorted;
  const mean = divide(total(kept), fraction(BigInt(kept.length)));
  const deviation = sampleDeviation(sorted);
  return {
    mean: toFixed(mean, 2),
    kept: kept.length,
    dropped: sorted.length - kept.length,
    deviation: deviation.toFixed(2),
    flagged: deviation > numberOf(numbers, "score_deviation_flag"),
  };
}

function sampleDeviation(values: readonly ReturnType<typeof decimalOf>[]): number {
  if (values.length < 2) return 0;
  const mean = divide(total(values), fraction(BigInt(values.length)));
  const squares = values.map((value) => {
    const distance = subtract(value, mean);
    return multiply(distance, distance);
  });
  const variance = divide(squares.reduce(add), fraction(BigInt(values.length - 1)));
  return Math.sqrt(toNumber(variance));
}

/** What the rules must know of a candidate for a seat. */
export interface Candidate {
  id: string;
  name: string;
  employer: string;
  employerUnitId: string | null;
  finance: boolean;
  active: boolean;
  /** Ties in force with the unit or one of its partners. */
  tied: boolean;
  /** An integrity case that is not closed. */
  integrityOpen: boolean;
}

export interface PanelParties {
  unitId: string;
  /** Names of the unit and its partners. */
  names: readonly string[];
  /** Experts whom the applicant asked to avoid, by id or name. */
  avoid: readonly string[];
}

export interface PanelProblem {
  code:
    | "panel_too_small"
    | "panel_not_odd"
    | "panel_without_finance"
    | "expert_twice"
    | "expert_unknown"
    | "expert_inactive"
    | "expert_conflict"
    | "expert_integrity"
    | "expert_avoided"
    | "employer_twice";
  params: Record<string, string | number>;
}

/** Numbers in force, by parameter key. */
type Numbers = ReadonlyMap<string, number>;

/** Defaults of the room's parameters (domain.md §1.6). */
const defaults = {
  panel_meeting_min: 5,
  panel_written_min: 3,
  panel_finance_min: 1,
  panel_per_employer: 1,
  score_trim_from: 5,
  score_deviation_flag: 15,
} as const;

/** The value of one of the room's parameters. */
export const numberOf = (numbers: Numbers, key: keyof typeof defaults): number =>
  numbers.get(key) ?? defaults[key];

/** Fewest seats of a route, which is the review's quorum too. */
export const fewestSeats = (route: PanelRoute, numbers: Numbers): number =>
  numberOf(numbers, route === "meeting" ? "panel_meeting_min" : "panel_written_min");

/** A name or employer without what differs only in writing. */
export const plain = (text: string): string =>
  text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** What stands against one candidate, apart from who else sits there. */
export function candidateProblems(candidate: Candidate, parties: PanelParties): PanelProblem[] {
  const params = { name: candidate.name };
  const problems: PanelProblem[] = [];
  if (!candidate.active) problems.push({ code: "expert_inactive", params });
  if (candidate.tied || isEmployedByParty(candidate, parties)) {
    problems.push({ code: "expert_conflict", params });
  }
  if (candidate.integrityOpen) problems.push({ code: "expert_integrity", params });
  if (parties.avoid.some((one) => one === candidate.id || plain(one) === plain(candidate.name))) {
    problems.push({ code: "expert_avoided", params });
  }
  return problems;
}

/** Does the candidate work for the unit or one of its partners? */
export function isEmployedByParty(candidate: Candidate, parties: PanelParties): boolean {
  return (
    candidate.employerUnitId === parties.unitId ||
    parties.names.some((name) => plain(name) === plain(candidate.employer))
  );
}

/** What stands against a whole panel: size, odd number, finance expert, employers, each candidate. */
export function panelProblems(
  route: PanelRoute,
  candidates: readonly Candidate[],
  parties: PanelParties,
  numbers: Numbers = new Map(),
): PanelProblem[] {
  const problems = candidates.flatMap((candidate) => candidateProblems(candidate, parties));
  const minimum = fewestSeats(route, numbers);
  if (candidates.length < minimum) {
    problems.push({ code: "panel_too_small", params: { minimum } });
  }
  if (route === "meeting" && candidates.length % 2 === 0) {
    problems.push({ code: "panel_not_odd", params: {} });
  }
  const finance = candidates.filter((candidate) => candidate.finance).length;
  if (route === "meeting" && finance < numberOf(numbers, "panel_finance_min")) {
    problems.push({ code: "panel_without_finance", params: {} });
  }
  return [...problems, ...employersTooOften(candidates, numberOf(numbers, "panel_per_employer"))];
}

function employersTooOften(candidates: readonly Candidate[], most: number): PanelProblem[] {
  const seen = new Map<string, number>();
  return candidates.flatMap(({ employer, name }): PanelProblem[] => {
    const key = plain(employer);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= most ? [] : [{ code: "employer_twice", params: { name } }];
  });
}

const objectionMoves: Record<ObjectionStep, { from: string; to: string; finding: boolean }> = {
  accept: { from: "filed", to: "accepted", finding: false },
  refuse: { from: "filed", to: "refused", finding: true },
  investigate: { from: "accepted", to: "investigated", finding: true },
  uphold: { from: "investigated", to: "upheld", finding: true },
  dismiss: { from: "investigated", to: "dismissed", finding: true },
};

/** Where a step leads and whether it needs a finding; null when the objection does not stand there. */
export function objectionMove(status: string, step: ObjectionStep) {
  const move = objectionMoves[step];
  return move.from === status ? move : null;
}

/** Does the plan of payments add up to the grant? Amounts in yuan. */
export function tranchesMatch(tranches: readonly { amount: string }[], grant: string): boolean {
  return compare(total(tranches.map((one) => decimalOf(one.amount))), decimalOf(grant)) === 0;
}

export interface ContractProblem {
  field: string;
  code: "ends_before_start" | "tranches_not_grant" | "weights_not_one" | "contract_without_targets";
}

/** What a contract still lacks before a party may sign it. */
export function contractProblems(content: {
  grant: string;
  startsOn: string;
  endsOn: string;
  undertaking: {
    technologies: readonly { weight: number }[];
    targets: readonly unknown[];
    tranches: readonly { amount: string }[];
  };
}): ContractProblem[] {
  const { undertaking } = content;
  const problems: ContractProblem[] = [];
  if (content.endsOn <= content.startsOn) {
    problems.push({ field: "endsOn", code: "ends_before_start" });
  }
  if (!tranchesMatch(undertaking.tranches, content.grant)) {
    problems.push({ field: "undertaking.tranches", code: "tranches_not_grant" });
  }
  const weights = undertaking.technologies.reduce((sum, one) => sum + one.weight, 0);
  if (undertaking.technologies.length > 0 && Math.abs(weights - 1) > 0.001) {
    problems.push({ field: "undertaking.technologies", code: "weights_not_one" });
  }
  if (undertaking.targets.length === 0) {
    problems.push({ field: "undertaking.targets", code: "contract_without_targets" });
  }
  return problems;
}

/** The proposal's payments in proportion to the grant that was approved; the last takes what is left. */
export function scaledTranches<T extends { amount: string }>(
  tranches: readonly T[],
  grant: string,
): T[] {
  const asked = total(tranches.map((one) => decimalOf(one.amount)));
  if (asked.n === 0n) return [...tranches];
  let left = decimalOf(grant);
  return tranches.map((one, index) => {
    const share = divide(multiply(decimalOf(one.amount), decimalOf(grant)), asked);
    const amount = index === tranches.length - 1 ? left : decimalOf(toFixed(share, 2));
    left = subtract(left, amount);
    return { ...one, amount: toFixed(amount, 2) };
  });
}
