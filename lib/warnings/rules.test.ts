import { describe, expect, it } from "vitest";
import { defaultParameters } from "@/lib/reference/parameters";
import {
  answerDays,
  boundOf,
  idleShare,
  levelDay,
  statesOfRule,
  warningLevels,
  warningRuleIds,
  warningRules,
  watchedStates,
} from "./rules";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const none = new Map<string, number>();

describe("the day on which a level is reached", () => {
  it("is the one after so many days over plan", () => {
    expect(levelDay("link_late", "amber", day("2026-01-10"), none)).toEqual(day("2026-02-10"));
    expect(levelDay("link_late", "red", day("2026-01-10"), none)).toEqual(day("2026-04-11"));
    expect(levelDay("report_late", "amber", day("2026-12-26"), none)).toEqual(day("2026-12-27"));
  });

  it("counts months to the last day of a shorter one", () => {
    expect(levelDay("undigested", "amber", day("2026-08-31"), none)).toEqual(day("2027-03-01"));
    expect(levelDay("money_idle", "red", day("2028-02-29"), none)).toEqual(day("2029-03-01"));
  });

  it("follows the settings, and is none for a share", () => {
    const set = new Map([["ledger_amber_days", 10]]);
    expect(levelDay("milestone_late", "amber", day("2026-01-10"), set)).toEqual(day("2026-01-21"));
    expect(levelDay("ratio_low", "red", day("2026-01-10"), none)).toBeNull();
  });
});

describe("the table of rules", () => {
  it("has each bound among the settings, with the value that stands where none is set", () => {
    const settings = new Map(defaultParameters.map(({ key, value }) => [key, value]));
    const bounds = warningRuleIds.flatMap((rule) =>
      warningLevels.map((level) => warningRules[rule].bounds[level]),
    );
    for (const bound of [...bounds, idleShare, answerDays]) {
      expect(settings.get(bound.key)).toBe(boundOf(none, bound));
    }
  });

  it("turns red after amber, or below it where a share counts", () => {
    for (const rule of warningRuleIds) {
      const { amber, red } = warningRules[rule].bounds;
      const [first, second] = [boundOf(none, amber), boundOf(none, red)];
      if (amber.unit === "percent") expect(second).toBeLessThan(first);
      else expect(second).toBeGreaterThan(first);
    }
  });

  it("looks only where somebody can act, never at a draft or an archived project", () => {
    expect(statesOfRule("person_gone")).toEqual(["active"]);
    expect(watchedStates).toContain("tracking");
    expect(watchedStates).not.toContain("draft");
    expect(watchedStates).not.toContain("archived");
  });
});
