import { describe, expect, it } from "vitest";
import { defaultLedgerTemplates } from "@/lib/absorption/default-templates";
import { states } from "@/lib/lifecycle/states";
import { codeEntries } from "./codes";
import { defaultIncentives } from "./incentives";
import { evidenceKinds, milestoneTemplates } from "./ledger-templates";
import { defaultParameters } from "./parameters";
import { defaultScoreSheet, formalReviewChecklist } from "./score-sheet";

const han = /\p{Script=Han}/u;
const codesOf = (list: string) =>
  codeEntries.filter((entry) => entry.list === list).map((entry) => entry.code);
const unique = (values: readonly string[]) => expect(new Set(values).size).toBe(values.length);
const bilingual = (rows: readonly { zh: string; en: string }[]) => {
  for (const { zh, en } of rows) {
    expect(zh.trim()).not.toBe("");
    expect(en.trim()).not.toBe("");
    expect(en).not.toMatch(han);
  }
};
const inForce = (key: string) => defaultParameters.find((row) => row.key === key)?.value;

describe("default parameters", () => {
  it("name each key once, in both languages", () => {
    unique(defaultParameters.map((row) => row.key));
    bilingual(defaultParameters.flatMap((row) => [row.name, row.basis]));
  });

  it("have the values of domain.md §1.6", () => {
    const expected = {
      publicity_days: 5,
      written_acceptance_below: 500_000,
      accept_pass_pct: 90,
      recheck_pct: 80,
      light_profile_below: 300_000,
      panel_meeting_min: 5,
      panel_written_min: 3,
      score_deviation_flag: 15,
      provincial_grant_cap: 1_200_000,
      avoided_experts_max: 3,
    };
    for (const [key, value] of Object.entries(expected)) expect(inForce(key)).toBe(value);
  });

  it("agree with the limits of the life-cycle", () => {
    for (const { limit } of Object.values(states)) {
      if (!("parameter" in limit)) continue;
      expect(inForce(limit.parameter)).toBe("days" in limit ? limit.days : limit.months);
    }
  });
});

describe("incentives", () => {
  it("cover every link, in both languages", () => {
    unique(defaultIncentives.map((row) => row.code));
    bilingual(defaultIncentives.flatMap((row) => [row.title, row.basis]));
    expect(new Set(defaultIncentives.map((row) => row.link))).toEqual(
      new Set(codesOf("ledger_link")),
    );
  });

  it("hold one rate, which belongs to the demonstration: 20 %, at most 500,000 yuan", () => {
    const rated = defaultIncentives.filter((row) => row.rate !== null);
    expect(rated.map((row) => [row.code, row.rate, row.cap, row.demonstration])).toEqual([
      ["digest_subsidy", "0.2000", "500000.00", true],
    ]);
  });
});

describe("ledger and milestones", () => {
  it("give evidence for each exit criterion of each ledger, and for no other", () => {
    const criteria = Object.values(defaultLedgerTemplates).flatMap(({ links }) =>
      links.flatMap((link) => link.criteria.map((row) => row.code)),
    );
    expect(Object.keys(evidenceKinds).sort()).toEqual([...new Set(criteria)].sort());
    bilingual(Object.values(evidenceKinds).flat());
  });

  it("give each cooperation mode either a ledger or milestones", () => {
    const modes = [...Object.keys(defaultLedgerTemplates), ...Object.keys(milestoneTemplates)];
    expect(modes.sort()).toEqual(codesOf("cooperation_mode").sort());
    const kept = codeEntries.filter(
      (row) => row.list === "cooperation_mode" && row.attributes?.ledger,
    );
    expect(kept.map((row) => row.code)).toEqual(Object.keys(defaultLedgerTemplates));
    for (const { milestones } of Object.values(milestoneTemplates)) {
      unique(milestones.map((row) => row.code));
      bilingual(milestones.flatMap((row) => [row, ...row.evidence]));
    }
  });
});

describe("score sheet and checklist", () => {
  it("add to 100 points", () => {
    const points = defaultScoreSheet.criteria.reduce((sum, row) => sum + row.weight, 0);
    expect(points).toBe(100);
    unique(defaultScoreSheet.criteria.map((row) => row.code));
    bilingual(defaultScoreSheet.criteria.flatMap((row) => [row, row.hint]));
  });

  it("check each document of an application", () => {
    const checked = new Set(formalReviewChecklist.items.map((row) => row.document));
    expect([...checked]).toEqual(["D01", "D02", "D03", "D04", "D05", "D06", "D07", "D08"]);
    for (const document of checked) expect(codesOf("document")).toContain(document);
    unique(formalReviewChecklist.items.map((row) => row.code));
    bilingual(formalReviewChecklist.items);
  });
});
