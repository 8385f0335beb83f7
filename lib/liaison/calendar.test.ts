import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarText } from "./calendar";

const calendar = (summary: string) =>
  calendarText({
    name: "科合，今年待报",
    address: "http://localhost:3000/due",
    entries: [{ key: "duty:1", day: "2026-12-26", summary }],
    now: new Date("2026-11-26T06:00:00.123Z"),
  });

it("writes whole days with stable names that tell nothing", () => {
  const text = calendar("报送年度执行情况报告（CZ2025-01）");
  expect(text).toContain("DTSTART;VALUE=DATE:20261226\r\n");
  expect(text).toContain("DTSTAMP:20261126T060000Z\r\n");
  expect(text).toMatch(/UID:[0-9a-f]{32}@kehe\r\n/);
  expect(text).not.toContain("duty:1");
  expect(calendar("别的").match(/UID:\S+/)?.[0]).toBe(text.match(/UID:\S+/)?.[0]);
});

const unfolded = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n");

it("keeps every text whole in lines of at most 75 octets", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (summary) => {
      const text = calendar(summary);
      expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const line = unfolded(text).find((each) => each.startsWith("SUMMARY:")) ?? "";
      const read = line
        .slice(8)
        .replace(/\\([\\;,n])/g, (_all, mark: string) => (mark === "n" ? "\n" : mark));
      expect(read).toBe(summary.replace(/\r\n|\r/g, "\n"));
    }),
  );
});
