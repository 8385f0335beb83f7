import {
  addMonths,
  addWorkingDays,
  endOfShanghaiDay,
  shanghaiDate,
} from "@/lib/kernel/working-days";
import { type Limit, type State, stateRow } from "./states";

/** What a due date may depend on besides the instant itself. */
export interface DueBasis {
  /** Values of the parameters that limits name, in their own unit. */
  parameters: ReadonlyMap<string, number>;
  /** The bureau's own calendar days, over the library's. */
  calendar: ReadonlyMap<string, boolean>;
  callClosesAt: Date | null;
  districtClosesAt: Date | null;
  noticeEndsAt: Date | null;
  endsOn: Date | null;
}

const dayMilliseconds = 86_400_000;

/** Until when a project entering this state at `since` may stay; null where no limit is set. */
export function dueOf(state: State, since: Date, basis: DueBasis): Date | null {
  return limitEnd(stateRow(state).limit, since, basis);
}

function limitEnd(limit: Limit, since: Date, basis: DueBasis): Date | null {
  switch (limit.by) {
    case "working_days":
      return addWorkingDays(
        since,
        basis.parameters.get(limit.parameter) ?? limit.days,
        basis.calendar,
      );
    case "days":
      return afterDays(since, basis.parameters.get(limit.parameter) ?? limit.days);
    case "months":
      return endOfShanghaiDay(
        shanghaiDate(addMonths(since, basis.parameters.get(limit.parameter) ?? limit.months)),
      );
    case "months_after_end":
      return monthsAfterEnd(limit.months, limit.parameter, since, basis);
    case "call_close":
      return basis.callClosesAt;
    case "district_close":
      return basis.districtClosesAt;
    case "contract_end":
      return basis.endsOn === null ? null : endOfShanghaiDay(dayText(basis.endsOn));
    case "publicity":
      return basis.noticeEndsAt === null
        ? null
        : addWorkingDays(
            basis.noticeEndsAt,
            basis.parameters.get(limit.parameter) ?? limit.days,
            basis.calendar,
          );
    case "none":
      return null;
  }
}

function afterDays(since: Date, days: number): Date {
  return endOfShanghaiDay(shanghaiDate(new Date(since.getTime() + days * dayMilliseconds)));
}

/** Counted from the contract's end, or from today where it ended early. */
function monthsAfterEnd(months: number, parameter: string, since: Date, basis: DueBasis): Date {
  const end = basis.endsOn === null ? since : endOfShanghaiDay(dayText(basis.endsOn));
  const start = end.getTime() > since.getTime() ? since : end;
  return endOfShanghaiDay(
    shanghaiDate(addMonths(start, basis.parameters.get(parameter) ?? months)),
  );
}

/** A calendar day as stored (midnight UTC) → 'YYYY-MM-DD'. */
export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
