import { addDays, addMonths, endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";

/** Numbers in force, by parameter key. */
type Numbers = ReadonlyMap<string, number>;

/** Defaults of the room's parameters (domain.md §1.5, §1.6, §2.2); a parameter of the same key overrides. */
const defaults = {
  /** Month and day as one number, 1130 = 30 November. */
  annual_report_cutoff: 1130,
  annual_report_due: 1226,
  /** Working days for each hand-over. */
  limit_link_confirmation: 10,
  limit_report_confirmation: 5,
  limit_report_closing: 10,
  limit_change_opinion: 5,
  limit_change_decision: 10,
  limit_supplement_signing: 10,
  limit_payment_hop: 10,
  limit_suspension_decision: 10,
  limit_mid_term_check: 20,
  limit_incentive_decision: 10,
  /** Calendar days to pay a refund back. */
  limit_refund: 30,
  /** Yuan of city grant from which a mid-term check is needed, and the term in months above which. */
  mid_term_grant_threshold: 500_000,
  mid_term_over_months: 12,
  extension_max_months: 12,
  extension_notice_months: 3,
  ledger_amber_days: 30,
  ledger_red_days: 90,
} as const;

export type ParameterKey = keyof typeof defaults;

/** The value of one of the room's parameters. */
export const numberOf = (numbers: Numbers, key: ParameterKey): number =>
  numbers.get(key) ?? defaults[key];

/** A calendar day 'YYYY-MM-DD' as the database stores it (midnight UTC). */
export const storedDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Today in Shanghai, as stored days are. */
export const today = (now: Date): Date => storedDay(shanghaiDate(now));

function dayInYear(year: number, monthAndDay: number): string {
  const text = String(monthAndDay).padStart(4, "0");
  return `${year}-${text.slice(0, 2)}-${text.slice(2)}`;
}

/** The day to which an annual report counts, 30 November unless configured. */
export const reportCutoff = (year: number, numbers: Numbers): string =>
  dayInYear(year, numberOf(numbers, "annual_report_cutoff"));

/** Until when an annual report is due: the end of 26 December, Asia/Shanghai, unless configured. */
export const reportDueAt = (year: number, numbers: Numbers): Date =>
  endOfShanghaiDay(dayInYear(year, numberOf(numbers, "annual_report_due")));

export interface Term {
  startsOn: Date | null;
  endsOn: Date | null;
}

/**
 * The years whose annual report a project owes: each in which it ran by the cut-off and whose due
 * time lies ahead of `asOf`; none without a term.
 */
export function reportYears({ startsOn, endsOn }: Term, asOf: Date, numbers: Numbers): number[] {
  if (startsOn === null || endsOn === null) return [];
  const first = Math.max(startsOn.getUTCFullYear(), Number(shanghaiDate(asOf).slice(0, 4)));
  const years: number[] = [];
  for (let year = first; year <= endsOn.getUTCFullYear(); year += 1) {
    const begun = dayText(startsOn) <= reportCutoff(year, numbers);
    if (begun && reportDueAt(year, numbers) >= asOf) years.push(year);
  }
  return years;
}

/** When the mid-term check is due: the middle of the term. */
export function midTermDueAt(startsOn: Date, endsOn: Date): Date {
  const days = Math.floor((endsOn.getTime() - startsOn.getTime()) / 86_400_000 / 2);
  return endOfShanghaiDay(dayText(addDays(startsOn, days)));
}

/** Is the term longer than so many months? */
export const termExceeds = (startsOn: Date, endsOn: Date, months: number): boolean =>
  monthsLater(startsOn, months) < dayText(endsOn);

/** A stored day, n months later, as 'YYYY-MM-DD'. */
export const monthsLater = (day: Date, months: number): string => dayText(addMonths(day, months));
