import { expect, test } from "vitest";
import { reminderDue, reminderKey } from "./reminders";

const due = new Date("2026-06-30T15:59:59.999Z");
const daysBefore = (days: number) => new Date(due.getTime() - days * 86_400_000);

test("reminders go out ten, five, two and one day before, and after the due date", () => {
  expect(reminderDue(due, daysBefore(11))).toBeNull();
  expect(reminderDue(due, daysBefore(10))).toBe(10);
  expect(reminderDue(due, daysBefore(4))).toBe(5);
  expect(reminderDue(due, daysBefore(1.5))).toBe(2);
  expect(reminderDue(due, daysBefore(0.2))).toBe(1);
  expect(reminderDue(due, daysBefore(-2))).toBe(-1);
  expect(reminderDue(due, daysBefore(-400))).toBe(-30);
});

test("a moved due date is reminded of anew, the same one has one key", () => {
  expect(reminderKey("d", due, 5)).toBe(reminderKey("d", new Date(due), 5));
  expect(reminderKey("d", due, 5)).not.toBe(reminderKey("d", daysBefore(1), 5));
});
