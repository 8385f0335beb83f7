import { describe, expect, it } from "vitest";
import {
  daysLeftWording,
  formatBytes,
  formatDate,
  formatDecimal,
  formatMinute,
  formatWan,
  shiftDecimal,
} from "./format";

describe("dates are told in Shanghai", () => {
  it("turns the day at 16:00 UTC", () => {
    expect(formatDate("2026-03-04T15:59:59Z")).toBe("2026-03-04");
    expect(formatDate(new Date("2026-03-04T16:00:00Z"))).toBe("2026-03-05");
    expect(formatDate("2026-03-05")).toBe("2026-03-05");
    expect(formatMinute("2026-03-04T16:05:00Z")).toBe("2026-03-05 00:05");
  });
});

describe("decimals stay exact", () => {
  it.each([
    ["1234567.5", 0, "1,234,567.5"],
    ["1234.50", 2, "1,234.50"],
    ["999", 0, "999"],
    ["-1000", 0, "−1,000"],
    ["n/a", 0, "n/a"],
  ])("formats %s", (text, places, expected) => {
    expect(formatDecimal(text, places)).toBe(expected);
  });

  it.each([
    ["123456789.12", -4, "12345.678912"],
    ["5", -4, "0.0005"],
    ["0", -4, "0"],
    ["12.5", 4, "125000"],
    ["0.00005", 4, "0.5"],
    ["-60", 4, "-600000"],
    ["13176", 4, "131760000"],
  ])("shifts %s by %i", (text, places, expected) => {
    expect(shiftDecimal(text, places)).toBe(expected);
  });

  it("refuses what is no decimal", () => {
    for (const text of ["", "1e5", "1,000", "abc", "."]) {
      expect(shiftDecimal(text, 4)).toBeUndefined();
    }
  });

  it("shows yuan as 万元", () => {
    expect(formatWan("131760000.00")).toBe("13,176");
    expect(formatWan("600000")).toBe("60");
    expect(formatWan("12345")).toBe("1.2345");
  });
});

describe("daysLeftWording", () => {
  it.each([
    [-12, "overdue", 12, "overdue"],
    [0, "today", 0, "soon"],
    [1, "tomorrow", 1, "soon"],
    [3, "left", 3, "soon"],
    [4, "left", 4, "calm"],
  ])("words %i days", (days, key, shown, tone) => {
    expect(daysLeftWording(days)).toEqual({ key, days: shown, tone });
  });
});

describe("formatBytes", () => {
  it("uses KB, then MB", () => {
    expect(formatBytes(10)).toBe("1 KB");
    expect(formatBytes(204_800)).toBe("200 KB");
    expect(formatBytes(5_242_880)).toBe("5.0 MB");
  });
});
