import { expect, test } from "vitest";
import { eventAddress, eventFilter, toQuery } from "./event-filter";

test("what is not understood is left out of the filter", () => {
  expect(
    eventFilter.parse({ outcome: "x", actor: "x".repeat(61), from: "2026-13-01", command: "" }),
  ).toEqual({});
});

test("days are Shanghai days, the last one whole", () => {
  const query = toQuery(eventFilter.parse({ from: "2026-03-02", to: "2026-03-02" }));
  expect(query.from?.toISOString()).toBe("2026-03-01T16:00:00.000Z");
  expect(query.to?.toISOString()).toBe("2026-03-02T16:00:00.000Z");
});

test("the next page keeps the filter", () => {
  const filter = eventFilter.parse({ outcome: "refused", before: "90" });
  expect(eventAddress(filter, "40")).toBe("/audit?outcome=refused&before=40");
  expect(eventAddress(filter)).toBe("/audit?outcome=refused");
});
