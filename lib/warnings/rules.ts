import { type StepName, stepRow } from "@/lib/absorption/steps";
import { addDays, addMonths } from "@/lib/kernel/working-days";
import { type State, stateIds } from "@/lib/lifecycle/states";

export const warningLevels = ["red", "amber"] as const;
export type WarningLevel = (typeof warningLevels)[number];

export const warningRuleIds = [
  "link_late",
  "undigested",
  "ratio_low",
  "milestone_late",
  "report_late",
  "mid_term_late",
  "person_gone",
  "money_stuck",
  "money_idle",
] as const;
export type WarningRuleId = (typeof warningRuleIds)[number];

/** A bound as the settings hold it, and what stands where none is set. */
interface Bound {
  key: string;
  unit: "day" | "month" | "percent";
  otherwise: number;
}

export interface WarningRule {
  /** The level is reached when more than so many days or months lie behind, or less than a share is reached. */
  bounds: Readonly<Record<WarningLevel, Bound>>;
  /** The step that takes the cause away; in its states somebody can act, so there it is warned of. */
  step: StepName;
}

const bound = (key: string, unit: Bound["unit"], otherwise: number): Bound => ({
  key,
  unit,
  otherwise,
});

const overPlan = {
  amber: bound("ledger_amber_days", "day", 30),
  red: bound("ledger_red_days", "day", 90),
};
const reporting = {
  amber: bound("warn_report_amber_days", "day", 0),
  red: bound("warn_report_red_days", "day", 30),
};

/** Early warning (domain.md §2.2 for links over plan; the others are proposals): what, from when, who can act. */
export const warningRules: Readonly<Record<WarningRuleId, WarningRule>> = {
  link_late: { bounds: overPlan, step: "absorption.submit-link" },
  undigested: {
    bounds: {
      amber: bound("warn_undigested_amber_months", "month", 6),
      red: bound("warn_undigested_red_months", "month", 12),
    },
    step: "absorption.record-link-figures",
  },
  ratio_low: {
    bounds: {
      amber: bound("warn_ratio_amber_percent", "percent", 80),
      red: bound("warn_ratio_red_percent", "percent", 50),
    },
    step: "absorption.record-link-figures",
  },
  milestone_late: { bounds: overPlan, step: "absorption.complete-milestone" },
  report_late: { bounds: reporting, step: "absorption.submit-report" },
  mid_term_late: { bounds: reporting, step: "absorption.submit-mid-term" },
  person_gone: {
    bounds: {
      amber: bound("warn_person_amber_days", "day", 0),
      red: bound("warn_person_red_days", "day", 60),
    },
    step: "absorption.request-change",
  },
  money_stuck: {
    bounds: {
      amber: bound("warn_payment_amber_days", "day", 30),
      red: bound("warn_payment_red_days", "day", 90),
    },
    step: "absorption.confirm-receipt",
  },
  money_idle: {
    bounds: {
      amber: bound("warn_idle_amber_months", "month", 6),
      red: bound("warn_idle_red_months", "month", 12),
    },
    step: "absorption.report-spending",
  },
};

/** Money counts as idle while less than this share of what was received is spent, in percent. */
export const idleShare = bound("warn_idle_percent", "percent", 50);

/** Working days that a warning gives whoever can act. */
export const answerDays = { key: "limit_warning", otherwise: 10 } as const;

type Numbers = ReadonlyMap<string, number>;

/** The value of a bound now. */
export const boundOf = (numbers: Numbers, { key, otherwise }: Omit<Bound, "unit">): number =>
  numbers.get(key) ?? otherwise;

/** The states in which a rule looks at a project. */
export const statesOfRule = (rule: WarningRuleId): readonly State[] =>
  stepRow(warningRules[rule].step).states;

/** All states in which some rule looks at a project. */
export const watchedStates: readonly State[] = stateIds.filter((state) =>
  warningRuleIds.some((rule) => statesOfRule(rule).includes(state)),
);

/**
 * The day on which what began on `since` reaches a level: the day after so many days or months, as
 * stored days are (midnight UTC). Null for a rule that goes by a share.
 */
export function levelDay(
  rule: WarningRuleId,
  level: WarningLevel,
  since: Date,
  numbers: Numbers,
): Date | null {
  const limit = warningRules[rule].bounds[level];
  if (limit.unit === "percent") return null;
  const value = boundOf(numbers, limit);
  return addDays(limit.unit === "month" ? addMonths(since, value) : addDays(since, value), 1);
}
