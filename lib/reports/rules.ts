import type { ReportFacts } from "@/lib/absorption/report-content";
import { followUpQuestions, missingOutcome } from "@/lib/evaluation/follow-up/profile";
import { conflict } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { State } from "@/lib/lifecycle/states";

export const reportKinds = ["annual", "tracking"] as const;
export type ReportKind = (typeof reportKinds)[number];
export type Answers = Readonly<Record<string, unknown>>;

/** Is this one of the kinds that the yearly form asks for? */
export const isReportKind = (kind: string): kind is ReportKind =>
  reportKinds.some((known) => known === kind);

/** What the yearly form asks of a project; the light profile is asked a third of it (domain.md §1.6). */
const questions = {
  annual: {
    full: ["progress", "results", "exchange", "problems", "nextSteps", "spentAmount"],
    light: ["progress", "spentAmount"],
  },
  tracking: followUpQuestions,
} as const satisfies Record<ReportKind, Record<"full" | "light", readonly string[]>>;

/** The names of the questions on one report, in their order. */
export const questionsOf = (kind: ReportKind, lightProfile: boolean): readonly string[] =>
  questions[kind][lightProfile ? "light" : "full"];

/** States of the project in which its report of a kind is owed and can be handed in (domain.md §1.5). */
export const owingStates: Readonly<Record<ReportKind, readonly State[]>> = {
  annual: [
    "active",
    "suspended",
    "acceptance_filing",
    "acceptance_review",
    "rectification",
    "evaluation",
    "tracking",
  ],
  tracking: ["tracking"],
};

export interface Standing {
  kind: ReportKind;
  status: string;
  returnedReason: string | null;
  state: State;
}

/** Is the unit still to hand this report in? */
export const isOwed = ({ kind, status, state }: Standing): boolean =>
  status === "open" && owingStates[kind].includes(state);

export type FormStatus = "open" | "returned" | "submitted" | "confirmed" | "closed";

/** Where a unit's yearly form stands: as far as the report that is furthest behind. */
export function formStatus(reports: readonly Standing[]): FormStatus {
  const owed = reports.filter(isOwed);
  if (owed.some(({ returnedReason }) => returnedReason !== null)) return "returned";
  if (owed.length > 0) return "open";
  if (reports.some(({ status }) => status === "submitted")) return "submitted";
  return reports.some(({ status }) => status === "district_confirmed") ? "confirmed" : "closed";
}

export interface AskedReport {
  kind: ReportKind;
  lightProfile: boolean;
  /** The last report of the same kind; null where there is none. */
  previous: Answers | null;
}

/**
 * What is handed in for one report: what was typed, or after the tick "no change" the last answers
 * with the spending that Kehe knows now.
 */
export function answersToSubmit(
  { kind, lightProfile, previous }: AskedReport,
  typed: Answers,
  spentAmount: string,
): Answers {
  const repeated = typed.unchanged === true && previous !== null;
  const names = questionsOf(kind, lightProfile && !repeated);
  const source: Answers = repeated
    ? { ...previous, ...(kind === "annual" ? { spentAmount } : {}) }
    : typed;
  return Object.fromEntries(
    names.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])),
  );
}

/**
 * The first question without which this report can't be handed in; null when it can. What is word for
 * word the last answer needs the tick that says so.
 */
export function missingAnswer(asked: AskedReport, typed: Answers): string | null {
  if (typed.unchanged === true) return asked.previous === null ? "unchanged" : null;
  const open =
    asked.kind === "tracking"
      ? missingOutcome(asked.lightProfile, typed)
      : textOf(typed.progress) === ""
        ? "progress"
        : null;
  return open ?? (repeatsLast(asked, typed) ? "unchanged" : null);
}

/** Spending adds up by itself; everything else stands as it stood. */
function repeatsLast({ kind, lightProfile, previous }: AskedReport, typed: Answers): boolean {
  if (previous === null) return false;
  return questionsOf(kind, lightProfile).every(
    (name) => name === "spentAmount" || textOf(typed[name]) === textOf(previous[name]),
  );
}

const textOf = (value: unknown): string =>
  value === undefined || value === null ? "" : String(value).trim();

/** Something that Kehe has recorded since the last report. Amounts in yuan, days as text. */
export type Change =
  | { what: "link"; technology: string; link: string; status: string; on: string | null }
  | { what: "cost"; technology: string; link: string; from: string; to: string }
  | { what: "milestone"; name: string; on: string }
  | { what: "received"; from: string; to: string }
  | { what: "spent"; from: string; to: string };

/** What changed in ledger, milestones and money since the last report; everything done, without one. */
export function changesSince(last: ReportFacts | null, facts: ReportFacts): Change[] {
  return [
    ...facts.links.flatMap((link) => linkChanges(last, link)),
    ...facts.milestones.flatMap((milestone) => milestoneChanges(last, milestone)),
    ...amountChange("received", last?.received, facts.received),
    ...amountChange("spent", last?.spentAmount, facts.spentAmount),
  ];
}

function linkChanges(
  last: ReportFacts | null,
  { technology, link, status, actualTo, cost }: ReportFacts["links"][number],
): Change[] {
  const before = last?.links.find((row) => row.technology === technology && row.link === link);
  const from = before?.cost ?? none;
  return [
    ...(status === (before?.status ?? "open")
      ? []
      : [{ what: "link" as const, technology, link, status, on: actualTo }]),
    ...(cost === from ? [] : [{ what: "cost" as const, technology, link, from, to: cost }]),
  ];
}

function milestoneChanges(
  last: ReportFacts | null,
  { name, doneOn }: ReportFacts["milestones"][number],
): Change[] {
  const before = last?.milestones.find((row) => row.name === name)?.doneOn ?? null;
  return doneOn === null || before !== null ? [] : [{ what: "milestone", name, on: doneOn }];
}

const none = "0.00";

const amountChange = (what: "received" | "spent", from = none, to: string): Change[] =>
  from === to ? [] : [{ what, from, to }];

/** A year's form can be filled from the first day of that year on. */
export function requireBegun(year: number, now: Date): void {
  if (shanghaiDate(now) < `${year}-01-01`) throw conflict("yearly_form_not_yet", { year });
}
