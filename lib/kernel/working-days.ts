// The tables, not the functions: those shift by a day in a process west of Greenwich.
import arrangements from "chinese-days/dist/chinese-days.json" with { type: "json" };

/** Days for which the calendar table decides instead of the library: YYYY-MM-DD → is it worked? */
export type CalendarOverrides = ReadonlyMap<string, boolean>;

const dayMs = 86_400_000;
/** Asia/Shanghai has kept UTC+8 without summer time since 1992. */
const offsetMs = 8 * 3_600_000;
const noOverrides: CalendarOverrides = new Map();

const holidays = new Set(Object.keys(arrangements.holidays));
const exchangedDays = new Set(Object.keys(arrangements.workdays));

interface Civil {
  year: number;
  month: number;
  day: number;
}

const dateText = (utcMidnight: number): string => new Date(utcMidnight).toISOString().slice(0, 10);

/** Midnight UTC of a civil date, as a number to count with; throws RangeError on an impossible date. */
function serial(date: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at) || dateText(at) !== date) throw new RangeError(`Not a date: ${date}`);
  return at;
}

const civil = (date: string): Civil => {
  const at = new Date(serial(date));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), day: at.getUTCDate() };
};

/** The civil date in Asia/Shanghai, YYYY-MM-DD. */
export const shanghaiDate = (instant: Date): string => dateText(instant.getTime() + offsetMs);

/** 00:00 of a civil date in Asia/Shanghai; throws RangeError on an impossible date. */
export const startOfShanghaiDay = (date: string): Date => new Date(serial(date) - offsetMs);

/** The last millisecond of a civil date in Asia/Shanghai; throws RangeError on an impossible date. */
export const endOfShanghaiDay = (date: string): Date =>
  new Date(serial(date) - offsetMs + dayMs - 1);

/** A civil date moved by whole days. */
export const shiftDate = (date: string, days: number): string =>
  dateText(serial(date) + days * dayMs);

/** Whether the State Council's arrangement of a year is known; otherwise Monday to Friday count. */
export const calendarKnows = (year: number): boolean => holidays.has(`${year}-10-01`);

/** Whether a civil date is worked: the override first, then holidays and 调休, then Monday to Friday. */
export function isWorkingDay(date: string, overrides: CalendarOverrides = noOverrides): boolean {
  const weekday = new Date(serial(date)).getUTCDay();
  const arranged = exchangedDays.has(date) || (weekday % 6 !== 0 && !holidays.has(date));
  return overrides.get(date) ?? arranged;
}

/**
 * The end of the n-th working day. The day of the instant itself isn't counted, unless `counting`
 * is "same_day", as a public notice counts the day it is posted when that day is worked.
 * Throws RangeError when n is not a whole number from 1, or a calendar without working days is given.
 */
export function addWorkingDays(
  instant: Date,
  n: number,
  overrides: CalendarOverrides = noOverrides,
  counting: "next_day" | "same_day" = "next_day",
): Date {
  if (!Number.isInteger(n) || n < 1) throw new RangeError("Working days are counted from 1");
  let date = shanghaiDate(instant);
  let left = counting === "same_day" && isWorkingDay(date, overrides) ? n - 1 : n;
  for (let idle = 0; left > 0; ) {
    date = shiftDate(date, 1);
    const worked = isWorkingDay(date, overrides);
    if (worked) left -= 1;
    idle = worked ? 0 : idle + 1;
    if (idle > 366) throw new RangeError("The calendar holds no working day for a year");
  }
  return endOfShanghaiDay(date);
}

/**
 * Working days after the day of `from` up to and with the day of `to`; negative when `to` lies
 * before. "Days left" is this count from now to the due time.
 */
export function workingDaysBetween(
  from: Date,
  to: Date,
  overrides: CalendarOverrides = noOverrides,
): number {
  const [start, end] = [shanghaiDate(from), shanghaiDate(to)];
  if (end < start) return -workingDaysBetween(to, from, overrides);
  let count = 0;
  for (let date = start; date < end; ) {
    date = shiftDate(date, 1);
    if (isWorkingDay(date, overrides)) count += 1;
  }
  return count;
}

/** The same time of day, n calendar days later. */
export const addDays = (instant: Date, n: number): Date => new Date(instant.getTime() + n * dayMs);

/** The same time of day in Asia/Shanghai, n months later; the last day of a shorter month. */
export function addMonths(instant: Date, n: number): Date {
  const date = shanghaiDate(instant);
  const { year, month, day } = civil(date);
  const lastDay = new Date(Date.UTC(year, month + n + 1, 0)).getUTCDate();
  const moved = Date.UTC(year, month + n, Math.min(day, lastDay));
  return new Date(instant.getTime() + moved - serial(date));
}
