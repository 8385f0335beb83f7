import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Attempts,
  absoluteEnd,
  countOnName,
  isIdle,
  normaliseUsername,
  slowDown,
  takeAttempt,
} from "./rules";

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 2, 0) + minutes * 60_000);

describe("sessions", () => {
  it("are idle after the limit, not at it", () => {
    expect(isIdle(at(0), at(30), 30)).toBe(false);
    expect(isIdle(at(0), new Date(at(30).getTime() + 1), 30)).toBe(true);
  });
  it("end after the absolute limit", () => expect(absoluteEnd(at(0), 12)).toEqual(at(720)));
});

function attempts(minutes: readonly number[]): { allowed: boolean[]; last: Attempts | null } {
  let state: Attempts | null = null;
  const allowed = minutes.map((minute) => {
    const taken = takeAttempt(state, at(minute));
    state = taken.after;
    return taken.allowed;
  });
  return { allowed, last: state };
}

describe("the lock after wrong passwords", () => {
  it("checks five attempts and refuses the sixth", () => {
    expect(attempts([0, 1, 2, 3, 4, 5]).allowed).toEqual([true, true, true, true, true, false]);
  });
  it("expires by itself 15 minutes after the fifth, and the count starts anew", () => {
    const { allowed, last } = attempts([0, 0, 0, 0, 0, 14.9, 15]);
    expect(allowed).toEqual([true, true, true, true, true, false, true]);
    expect(last).toMatchObject({ failures: 1, lockedUntil: null });
  });
  it("is not lengthened by attempts during it", () => {
    expect(attempts([0, 0, 0, 0, 0, 5, 10, 14]).last?.lockedUntil).toEqual(at(15));
  });
  it("forgets single mistakes after 15 minutes", () => {
    expect(attempts([0, 1, 2, 3, 16]).last).toMatchObject({ failures: 1, lockedUntil: null });
  });
  it("never checks more than five passwords in any 15 minutes of trying at once", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 40 }), (minutes) => {
        const sorted = minutes.toSorted((a, b) => a - b);
        expect(attempts(sorted).allowed.filter(Boolean).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe("the slow-down of a name", () => {
  it("starts after ten attempts, grows, and stays below four seconds", () => {
    expect([10, 11, 12, 15, 500].map(slowDown)).toEqual([0, 250, 500, 4000, 4000]);
  });
  it("counts attempts of the last hour and never locks", () => {
    const once = countOnName(null, at(0));
    expect(countOnName(once, at(60))).toEqual({ failures: 2, firstAt: at(0), lockedUntil: null });
    expect(countOnName(once, at(61))).toEqual({ failures: 1, firstAt: at(61), lockedUntil: null });
  });
});

it("compares names half-width, lower-case and without blanks around", () => {
  expect(normaliseUsername(" Ｏｆｆｉｃｅｒ ")).toBe("officer");
});
