import { Prisma } from "@/lib/generated/prisma/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { linksLate, milestonesLate, ratiosLow, undigested } from "./cause-ledger";
import { midTermsLate, moneyIdle, moneyStuck, peopleGone, reportsLate } from "./cause-other";
import {
  boundOf,
  idleShare,
  type WarningLevel,
  type WarningRuleId,
  warningRuleIds,
  warningRules,
} from "./rules";

/** The instant of a look, its day in Shanghai, and the settings in force. */
export interface Look {
  now: Date;
  /** 'YYYY-MM-DD'. */
  today: string;
  numbers: ReadonlyMap<string, number>;
  idlePercent: number;
}

/** What a look at this instant goes by. */
export const lookAt = (now: Date, numbers: ReadonlyMap<string, number>): Look => ({
  now,
  today: shanghaiDate(now),
  numbers,
  idlePercent: boundOf(numbers, idleShare),
});

/** Each rule's causes in a batch of projects (`batch`), as rows of one shape. */
const causes: Readonly<Record<WarningRuleId, (look: Look) => Prisma.Sql>> = {
  link_late: linksLate,
  undigested,
  ratio_low: ratiosLow,
  milestone_late: milestonesLate,
  report_late: reportsLate,
  mid_term_late: midTermsLate,
  person_gone: peopleGone,
  money_stuck: moneyStuck,
  money_idle: moneyIdle,
};

/** All causes that there are now in the projects of `batch`, whatever their level. */
export const allCauses = (look: Look): Prisma.Sql =>
  Prisma.join(
    warningRuleIds.map((rule) => causes[rule](look)),
    " union all ",
  );

/** The bounds in force as rows (rule, and for each level months, days and share). */
export function boundRows({ numbers }: Look): Prisma.Sql {
  const rows = warningRuleIds.map((rule) => {
    const [amber, red] = [partsOf(rule, "amber", numbers), partsOf(rule, "red", numbers)];
    return Prisma.sql`(${rule}, ${amber.months}::int, ${amber.days}::int, ${amber.share}::int,
      ${red.months}::int, ${red.days}::int, ${red.share}::int)`;
  });
  return Prisma.sql`(values ${Prisma.join(rows)})
    as t (rule, amber_months, amber_days, amber_share, red_months, red_days, red_share)`;
}

function partsOf(rule: WarningRuleId, level: WarningLevel, numbers: Look["numbers"]) {
  const bound = warningRules[rule].bounds[level];
  const value = boundOf(numbers, bound);
  return {
    months: bound.unit === "month" ? value : 0,
    days: bound.unit === "day" ? value : 0,
    share: bound.unit === "percent" ? value : 0,
  };
}
