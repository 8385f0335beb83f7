import { conflict, invalidField, type Refusal } from "@/lib/kernel/errors";
import {
  add,
  compare,
  decimalOf,
  divide,
  fraction,
  greater,
  lesser,
  multiply,
  subtract,
  toFixed,
  zero,
} from "@/lib/kernel/fraction";
import { numberOf, type ParameterKey } from "./dates";
import type { Criterion, FigureDefinition, LinkTemplate } from "./template";

/** What decides whether a link may be submitted. Figures are the latest by code, as decimal text. */
export interface LinkFacts {
  template: LinkTemplate;
  formerClosed: boolean;
  evidence: readonly { criterionCode: string; status: string }[];
  figures: ReadonlyMap<string, string>;
  technology: {
    mastery: number;
    main: boolean;
    trlScaleId: string;
    trlNow: number | null;
    pointsTotal: number | null;
  };
}

/** Criteria of a link that no accepted or pending piece of evidence proves. */
export function unprovenCriteria({ template, evidence }: LinkFacts): string[] {
  const proven = new Set(
    evidence.filter((piece) => piece.status !== "returned").map((piece) => piece.criterionCode),
  );
  return template.criteria.flatMap(({ code }) => (proven.has(code) ? [] : [code]));
}

/** Criteria whose measure in the ledger itself (mastery, readiness, a figure) is not reached. */
export function unmetCriteria(facts: LinkFacts): string[] {
  return facts.template.criteria.flatMap((criterion) =>
    isMet(criterion, facts) ? [] : [criterion.code],
  );
}

function isMet({ threshold }: Criterion, { technology, figures }: LinkFacts): boolean {
  if (!threshold || (threshold.mainOnly && !technology.main)) return true;
  if (technology.mastery < (threshold.mastery ?? 0)) return false;
  const level = threshold.trl?.[technology.trlScaleId];
  if (level !== undefined && (technology.trlNow ?? 0) < level) return false;
  if (!threshold.figure) return true;
  // Without agreed technical points there is nothing to count.
  if (threshold.figure.code === "points_mastered" && !technology.pointsTotal) return true;
  const value = figures.get(threshold.figure.code);
  return value !== undefined && Number(value) >= threshold.figure.atLeast;
}

/** Why a link can't be submitted or closed yet; null when the way is free (domain.md §2.2). */
export function linkRefusal(facts: LinkFacts): Refusal | null {
  if (!facts.formerClosed) return conflict("former_link_open");
  const unproven = unprovenCriteria(facts);
  if (unproven.length > 0) return conflict("criteria_unproven", { criteria: unproven });
  const unmet = unmetCriteria(facts);
  return unmet.length > 0 ? conflict("criteria_unmet", { criteria: unmet }) : null;
}

export interface FigureParts {
  value?: string | null;
  numerator?: string | null;
  denominator?: string | null;
}

/**
 * The value of a figure by its formula, as decimal text with four digits: the typed value, the ratio
 * in percent, or 100 less that ratio (国产化率). Throws 422 on a missing part or a zero denominator.
 */
export function figureValue(
  definition: FigureDefinition,
  parts: FigureParts,
  path: string,
): string {
  if (definition.formula === "value") {
    if (!parts.value) throw invalidField(`${path}.value`, "required");
    return toFixed(decimalOf(parts.value), 4);
  }
  if (!parts.numerator) throw invalidField(`${path}.numerator`, "required");
  if (!parts.denominator) throw invalidField(`${path}.denominator`, "required");
  const [part, whole] = [decimalOf(parts.numerator), decimalOf(parts.denominator)];
  if (compare(whole, zero) <= 0)
    throw invalidField(`${path}.denominator`, "denominator_not_positive");
  if (compare(part, zero) < 0 || compare(part, whole) > 0) {
    throw invalidField(`${path}.numerator`, "part_over_whole");
  }
  const ratio = divide(multiply(part, fraction(100n)), whole);
  return toFixed(definition.formula === "ratio" ? ratio : subtract(fraction(100n), ratio), 4);
}

export type Lateness = "none" | "late" | "amber" | "red";

/** Whole days over a planned day, and the warning's colour: amber after 30, red after 90 unless configured. */
export function lateness(
  planned: Date,
  today: Date,
  numbers: ReadonlyMap<string, number>,
): { days: number; level: Lateness } {
  const days = Math.max(0, Math.round((today.getTime() - planned.getTime()) / 86_400_000));
  const over = (key: ParameterKey) => days > numberOf(numbers, key);
  if (over("ledger_red_days")) return { days, level: "red" };
  if (over("ledger_amber_days")) return { days, level: "amber" };
  return { days, level: days > 0 ? "late" : "none" };
}

export type RefundBasis = "objective" | "fault" | "revocation";

export interface FinalAccounts {
  /** What of the grant reached the unit, in yuan. */
  grantReceived: string;
  grantSpent: string;
  irregularSpending: string;
}

/**
 * What must come back, in yuan (domain.md §1.5): objective reasons = the unspent balance; fault = also
 * irregular spending; revocation = all of the grant received. Never below nothing or above what was received.
 */
export function refundAmount(basis: RefundBasis, accounts: FinalAccounts): string {
  const received = decimalOf(accounts.grantReceived);
  if (basis === "revocation") return toFixed(received, 2);
  const unspent = greater(subtract(received, decimalOf(accounts.grantSpent)), zero);
  const back = basis === "fault" ? add(unspent, decimalOf(accounts.irregularSpending)) : unspent;
  return toFixed(lesser(back, received), 2);
}

/** What of a computed refund is still to come back after what came back before; never below nothing. */
export const outstandingOf = (computed: string, back: string): string =>
  toFixed(greater(subtract(decimalOf(computed), decimalOf(back)), zero), 2);

const settledRefunds: ReadonlySet<string> = new Set([
  "paid",
  "enforced",
  "nothing_owed",
  "replaced",
]);

/** Is there nothing more to do about a refund: paid, handed to enforcement, nothing owed, or replaced by a later one? */
export const isSettledRefund = (status: string): boolean => settledRefunds.has(status);

/** Whether a refund can still be computed: terminated, or concluded or failed at acceptance. */
export const mayOweRefund = (project: {
  state: string;
  acceptanceResult: string | null;
}): boolean =>
  project.state === "terminated" ||
  project.acceptanceResult === "concluded" ||
  project.acceptanceResult === "failed";

/** What decides whether a tranche may be issued. */
export interface GateFacts {
  /** The call lets tranches after the first wait for the mid-term check. */
  callGatesMidTerm: boolean;
  /** Result of the latest mid-term check; `open` while it is not checked, `none` where none is planned. */
  midTerm: string;
  acceptanceResult: string | null;
}

const passedResults: ReadonlySet<string> = new Set(["passed", "passed_after_rectification"]);

/**
 * Why a tranche can't be issued yet; null when it can. A retention waits for the acceptance, a gate
 * for what it names; where the call says so, all but the first wait for the mid-term check
 * (domain.md §1.5). A project without a mid-term check has nothing to wait for.
 */
export function gateRefusal(
  tranche: { seq: number; gate: string; retention: boolean },
  facts: GateFacts,
): "mid_term_not_passed" | "acceptance_not_passed" | null {
  const waitsForCheck = tranche.gate === "mid_term" || (facts.callGatesMidTerm && tranche.seq > 1);
  if (waitsForCheck && !["none", "ok", "warn"].includes(facts.midTerm)) {
    return "mid_term_not_passed";
  }
  const waitsForEnd = tranche.gate === "acceptance" || tranche.retention;
  if (waitsForEnd && !passedResults.has(facts.acceptanceResult ?? "")) {
    return "acceptance_not_passed";
  }
  return null;
}
