import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  calendarKnows,
  endOfShanghaiDay,
  isWorkingDay,
  shanghaiDate,
  startOfShanghaiDay,
  workingDaysBetween,
} from "./working-days";

const at = (date: string, time = "09:00:00.000") => new Date(`${date}T${time}+08:00`);
const lastMoment = (date: string) => at(date, "23:59:59.999");

describe("civil time in Asia/Shanghai", () => {
  it("changes the day at 16:00 UTC", () => {
    expect(shanghaiDate(new Date("2026-03-01T15:59:59.999Z"))).toBe("2026-03-01");
    expect(shanghaiDate(new Date("2026-03-01T16:00:00.000Z"))).toBe("2026-03-02");
    expect(startOfShanghaiDay("2026-03-02")).toEqual(new Date("2026-03-01T16:00:00.000Z"));
    expect(endOfShanghaiDay("2026-03-02")).toEqual(new Date("2026-03-02T15:59:59.999Z"));
  });

  it("refuses dates that don't exist", () => {
    for (const date of ["2026-02-30", "2026-2-3", "today", "2026-13-01"])
      expect(() => startOfShanghaiDay(date)).toThrow(RangeError);
  });

  it("adds days and months, keeping to the month's end", () => {
    expect(addDays(at("2026-02-27"), 2)).toEqual(at("2026-03-01"));
    expect(addMonths(at("2026-01-31"), 1)).toEqual(at("2026-02-28"));
    expect(addMonths(at("2023-11-30"), 3)).toEqual(at("2024-02-29"));
    expect(addMonths(at("2026-03-31", "00:30:00.000"), -1)).toEqual(
      at("2026-02-28", "00:30:00.000"),
    );
    expect(addMonths(at("2026-12-15"), 12)).toEqual(at("2027-12-15"));
  });
});

describe("working days", () => {
  it("a five-day notice posted on Mon 31 Jul 2023 ends on Fri 4 Aug", () => {
    expect(addWorkingDays(at("2023-07-31"), 5, new Map(), "same_day")).toEqual(
      lastMoment("2023-08-04"),
    );
    expect(addWorkingDays(at("2023-07-31"), 5)).toEqual(lastMoment("2023-08-07"));
  });

  it("a notice posted on a Saturday starts on Monday", () => {
    expect(addWorkingDays(at("2023-07-29"), 5, new Map(), "same_day")).toEqual(
      lastMoment("2023-08-04"),
    );
  });

  it("skips National Day and works the exchanged weekend", () => {
    expect(addWorkingDays(at("2023-09-28"), 1)).toEqual(lastMoment("2023-10-07"));
    expect(isWorkingDay("2023-10-08")).toBe(true);
    expect(addWorkingDays(at("2025-09-30"), 1)).toEqual(lastMoment("2025-10-09"));
  });

  it("skips the Spring Festival", () => {
    expect(addWorkingDays(at("2024-02-09"), 1)).toEqual(lastMoment("2024-02-18"));
    expect(isWorkingDay("2026-02-17")).toBe(false);
    expect(isWorkingDay("2026-02-14")).toBe(true);
  });

  it("lets the table decide", () => {
    const overrides = new Map([
      ["2023-08-01", false],
      ["2023-08-05", true],
    ]);
    expect(addWorkingDays(at("2023-07-31"), 5, overrides, "same_day")).toEqual(
      lastMoment("2023-08-05"),
    );
  });

  it("counts the days that are left", () => {
    expect(workingDaysBetween(at("2023-09-28"), at("2023-10-08"))).toBe(2);
    expect(workingDaysBetween(at("2023-10-08"), at("2023-09-28"))).toBe(-2);
    expect(workingDaysBetween(at("2023-07-31", "08:00:00.000"), lastMoment("2023-07-31"))).toBe(0);
  });

  it("knows which years it knows, and falls back to Monday to Friday", () => {
    expect([2004, 2011, 2014, 2023, 2026].every(calendarKnows)).toBe(true);
    expect([1990, 2003, 2060].some(calendarKnows)).toBe(false);
    expect(isWorkingDay("2060-10-01")).toBe(true);
    expect(isWorkingDay("2060-10-02")).toBe(false);
  });

  it("works 246 to 252 days in each year from 2011 to 2026", () => {
    const years = Array.from({ length: 16 }, (_, i) => 2011 + i);
    const worked = years.map((year) =>
      workingDaysBetween(at(`${year - 1}-12-31`), at(`${year}-12-31`)),
    );
    expect(worked.every((days) => days >= 246 && days <= 252)).toBe(true);
  });

  it("refuses counts that aren't whole and positive", () => {
    for (const n of [0, -1, 1.5, Number.NaN])
      expect(() => addWorkingDays(at("2023-07-31"), n)).toThrow(RangeError);
  });

  it("ends on a working day and counts back the same", () => {
    const instant = fc.date({ min: at("2010-01-01"), max: at("2027-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, n) => {
        const due = addWorkingDays(from, n);
        expect(isWorkingDay(shanghaiDate(due))).toBe(true);
        expect(workingDaysBetween(from, due)).toBe(n);
        expect(endOfShanghaiDay(shanghaiDate(due))).toEqual(due);
      }),
    );
  });
});
