import {
  atLeast,
  compare,
  decimalOf,
  divide,
  fraction,
  multiply,
  toFixed,
  total,
} from "@/lib/kernel/fraction";
import { compareYuan, sumYuan } from "@/lib/kernel/money";
import type {
  AcceptanceFile,
  AcceptanceResult,
  AcceptanceRoute,
  AcceptanceVerdict,
  FailCause,
} from "./schema";
import { scoreLine } from "./scoring/line";
import type { ScoringRule } from "./scoring/rule";
import type { ScoredIndicator, ScoredLine } from "./scoring/types";

/** Numbers in force, by parameter key. */
type Numbers = ReadonlyMap<string, number>;

/** Defaults of the room's parameters (domain.md §1.6); amounts in yuan, shares in percent. */
const defaults = {
  written_acceptance_below: 500_000,
  special_audit_from: 500_000,
  accept_pass_pct: 90,
  recheck_pct: 80,
  tracking_years: 2,
  limit_tracking_confirmation: 10,
  follow_up_grown_pct: 120,
  follow_up_kept_pct: 80,
  tracking_silence_days: 30,
  limit_appeal: 15,
  limit_appeal_handling: 30,
  survey_days: 60,
  acceptance_signature_share: 100,
  conflict_years: 3,
} as const;

/** The value of one of the room's parameters. */
export const numberOf = (numbers: Numbers, key: keyof typeof defaults): number =>
  numbers.get(key) ?? defaults[key];

interface Grant {
  /** City grant in yuan. */
  grant: string;
  lightProfile: boolean;
}

/** Written for small grants and the light profile, otherwise a meeting (domain.md §1.6). */
export function acceptanceRoute({ grant, lightProfile }: Grant, numbers: Numbers): AcceptanceRoute {
  const below = String(numberOf(numbers, "written_acceptance_below"));
  return lightProfile || compareYuan(grant, below) < 0 ? "written" : "meeting";
}

/** Whether a special audit is due: a large grant or a meeting, never in the light profile. */
export function needsSpecialAudit(
  { grant, lightProfile }: Grant,
  route: AcceptanceRoute,
  numbers: Numbers,
): boolean {
  if (lightProfile) return false;
  const from = String(numberOf(numbers, "special_audit_from"));
  return route === "meeting" || compareYuan(grant, from) >= 0;
}

/** Kinds of document that every acceptance file holds; the audit report counts as final account. */
const requiredDocuments = ["D20", "D21", "D22", "D24"] as const;

/** The kinds of document that an acceptance file must hold; the light profile asks no D22. */
export const documentsAsked = (lightProfile: boolean): readonly string[] =>
  lightProfile ? ["D20", "D21", "D24"] : requiredDocuments;

/** All that was spent by the final account, in yuan. */
export const spentInAccount = (account: AcceptanceFile["finalAccount"]): string =>
  sumYuan([account.grantSpent, account.ownSpent, account.otherSpent]);

export interface Completion {
  /** Points reached of the points possible, in percent with two digits; null without quantitative targets. */
  percent: string | null;
  coreMissed: readonly string[];
}

/**
 * How far the contract's quantitative targets were reached, weighted by the indicators' weights:
 * what the rule of 90 and 80 percent is held against (domain.md §1.6). What doesn't apply is left out,
 * unless it is a main target: those can't fall away by the unit's word.
 */
export function completionOf(
  rule: ScoringRule,
  indicators: readonly ScoredIndicator[],
  stated: readonly { indicatorCode: string; value: string }[],
): Completion {
  const values = new Map(stated.map((row) => [row.indicatorCode, row.value]));
  const counted = indicators.filter(
    (row) =>
      row.kind !== "qualitative" &&
      row.kind !== "budget_execution" &&
      (row.core || values.get(row.code) !== "not_applicable"),
  );
  const lines = counted.map((indicator) => {
    const value = values.get(indicator.code);
    const known = value !== undefined && value !== "not_applicable";
    const given: ScoredLine = { code: indicator.code, actual: known ? { value } : null };
    return { indicator, result: scoreLine(rule, indicator, given) };
  });
  const weight = total(counted.map((row) => decimalOf(row.weight)));
  const reached = total(lines.map(({ result }) => decimalOf(result.score ?? "0")));
  return {
    percent:
      compare(weight, fraction(0n)) === 0
        ? null
        : toFixed(divide(multiply(reached, fraction(100n)), weight), 2),
    coreMissed: lines
      .filter(({ indicator, result }) => indicator.core && (result.worse || result.score === null))
      .map(({ indicator }) => indicator.code),
  };
}

export type VoteTally = Record<AcceptanceVerdict, number>;

/** How many experts voted for each verdict. */
export function tally(votes: readonly AcceptanceVerdict[]): VoteTally {
  const of = (verdict: AcceptanceVerdict) => votes.filter((vote) => vote === verdict).length;
  return {
    passed: of("passed"),
    rectify: of("rectify"),
    concluded: of("concluded"),
    failed: of("failed"),
  };
}

/** The verdict of more than half of the experts; null where none has it. */
export function majority(votes: VoteTally): AcceptanceVerdict | null {
  const all = votes.passed + votes.rectify + votes.concluded + votes.failed;
  const verdicts = ["passed", "rectify", "concluded", "failed"] as const;
  return verdicts.find((verdict) => votes[verdict] * 2 > all) ?? null;
}

/** What the share of reached targets suggests: pass, rectify (once) or fail; null without a share. */
export function ruleVerdict(
  percent: string | null,
  rectificationUsed: boolean,
  numbers: Numbers,
): AcceptanceVerdict | null {
  if (percent === null) return null;
  const reaches = (key: "accept_pass_pct" | "recheck_pct") =>
    atLeast(decimalOf(percent), decimalOf(String(numberOf(numbers, key))));
  if (reaches("accept_pass_pct")) return "passed";
  return reaches("recheck_pct") && !rectificationUsed ? "rectify" : "failed";
}

export interface ProposalBasis {
  rule: AcceptanceVerdict | null;
  votes: VoteTally;
  /** Causes that the officer names, and `main_targets_missed` where a core target was missed. */
  causes: readonly FailCause[];
}

export type ProposalProblem =
  | { field: "result"; code: "cause_fails" }
  | { field: "reason"; code: "differs_from_votes" | "differs_from_rule" };

/**
 * What stands against a proposed result: a cause that fails it whatever the votes, or a missing
 * reason where the proposal leaves the experts' majority or the rule. The experts' judgement
 * overrides the rule, with a reason; missed main targets never pass, but may be concluded where
 * the cause was objective (domain.md §1.3, §1.6).
 */
export function proposalProblem(
  result: AcceptanceVerdict,
  basis: ProposalBasis,
  reason: string | undefined,
): ProposalProblem | null {
  const grave = basis.causes.some((cause) => cause !== "main_targets_missed");
  if (grave && result !== "failed") return { field: "result", code: "cause_fails" };
  if (basis.causes.length > 0 && result === "passed") {
    return { field: "result", code: "cause_fails" };
  }
  if (reason || grave) return null;
  if (majority(basis.votes) !== result) return { field: "reason", code: "differs_from_votes" };
  return basis.rule !== null && basis.rule !== result
    ? { field: "reason", code: "differs_from_rule" }
    : null;
}

/**
 * What stands against using an opinion that `signed` of the `voted` members signed: never without more
 * than half of them; below the share in percent only with a reason.
 */
export function signatureProblem(
  { signed, voted }: { signed: number; voted: number },
  sharePercent: number,
  reason: string | undefined,
): "opinion_unsigned" | "signatures_missing" | null {
  if (signed * 2 <= voted) return "opinion_unsigned";
  return signed * 100 < sharePercent * voted && !reason ? "signatures_missing" : null;
}

/** The result as it is issued: a pass after a rectification says so. */
export function issuedResult(proposed: string, rectificationUsed: boolean): AcceptanceResult {
  switch (proposed) {
    case "passed":
      return rectificationUsed ? "passed_after_rectification" : "passed";
    case "passed_after_rectification":
    case "concluded":
      return proposed;
    default:
      return "failed";
  }
}

/** Did the project pass? Only then follow certificate and follow-up. */
export const isPassed = (result: string | null): boolean =>
  result === "passed" || result === "passed_after_rectification";
