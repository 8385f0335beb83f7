import { describe, expect, it } from "vitest";
import { defaultIndicatorSet } from "../scoring/default-indicator-set";
import { defaultRule } from "../scoring/rule";
import { type CheckContext, draftProblems } from "./checks";
import type { IndicatorsContent, ScoringContent, TypedRule } from "./schema";
import type { RuleVersion } from "./versions";

const head = { validFrom: "2026-12-01", basis: "常科发〔2026〕9号" };

const scoring: ScoringContent = {
  levels: defaultRule.levels,
  grades: [...defaultRule.grades],
  bands: defaultRule.bands.map(({ achievement, from, to }) => ({ achievement, from, to })),
  reverse: "linear",
  overAchievement: "1.3",
  deductions: [0, 10, 20, 30].map((percent) => ({ percent })),
};

const rows = defaultIndicatorSet.indicators.map(({ defaultTarget, dimensions, ...row }) => ({
  ...row,
  dimensions: [...dimensions],
  ...(defaultTarget === null ? {} : { defaultTarget }),
}));

const set: IndicatorsContent = {
  titleZh: "指标",
  titleEn: "Set",
  levels: Object.fromEntries(
    ["execution", "output", "benefit", "satisfaction"].map((level) => [
      level,
      rows.filter(({ level1 }) => level1 === level).map(({ level1: _, ...row }) => row),
    ]),
  ),
};

const published = {
  code: "rule",
  version: 1,
  title: null,
  purpose: "project",
  validFrom: "2026-01-01",
  validTo: null,
};

function codes(typed: TypedRule, base: TypedRule, change: Partial<CheckContext> = {}): string[] {
  const version: RuleVersion = { ...published, ...base };
  const context = { today: "2026-11-26", base: version, newest: version, rule: defaultRule };
  return draftProblems(typed, { ...context, ...change }).map(({ code }) => code);
}

const ofScoring = (change: Partial<ScoringContent>) =>
  codes(
    { family: "scoring", content: { ...scoring, ...head, ...change } },
    { family: "scoring", content: scoring },
  );

describe("the head of every version", () => {
  it("is refused without a change, a day or a document", () => {
    const base: TypedRule = { family: "scoring", content: scoring };
    expect(codes(base, base)).toEqual(["valid_from_missing", "basis_missing", "nothing_changed"]);
  });

  it("never begins in the past, nor before the version that it ends", () => {
    const over = { overAchievement: "1.5" };
    expect(ofScoring({ ...over, validFrom: "2026-11-25" })).toEqual(["valid_from_past"]);
    const running: RuleVersion = {
      ...published,
      family: "scoring",
      content: scoring,
      validFrom: "2027-01-01",
    };
    const typed: TypedRule = { family: "scoring", content: { ...scoring, ...head, ...over } };
    expect(codes(typed, typed, { base: running, newest: running })).toEqual([
      "valid_from_before_running",
    ]);
    expect(codes(typed, typed, { base: running, newest: { ...running, version: 2 } })).toContain(
      "base_replaced",
    );
  });
});

describe("scoring rules", () => {
  it("are fit to publish with other bands that still meet", () => {
    const bands = [
      { achievement: "achieved" as const, from: "85", to: "100" },
      { achievement: "partly" as const, from: "60", to: "85" },
      { achievement: "not_achieved" as const, from: "0", to: "60" },
    ];
    expect(ofScoring({ bands })).toEqual([]);
  });

  it.each([
    ["70", "80", ["bands_overlap"]],
    ["50", "60", ["bands_gap"]],
  ])(
    "are refused where the last band ends at %s beside one that begins at 60",
    (to, _top, found) => {
      const bands = scoring.bands.map((band) =>
        band.achievement === "not_achieved" ? { ...band, to } : band,
      );
      expect(ofScoring({ bands })).toEqual(found);
    },
  );

  it("are refused with shares that don't add, a low output, grades out of order, steps without 0", () => {
    const levels = { execution: "12", output: "30", benefit: "25", satisfaction: "30" };
    expect(ofScoring({ levels })).toEqual([
      "levels_sum",
      "execution_share",
      "output_benefit_floor",
    ]);
    const grades = scoring.grades.map((row) =>
      row.grade === "good" ? { ...row, from: "95" } : row,
    );
    expect(ofScoring({ grades })).toEqual(["grades_order"]);
    expect(ofScoring({ deductions: [{ percent: 10 }, { percent: 10 }] })).toEqual([
      "deduction_steps",
    ]);
    expect(ofScoring({ overAchievement: "1" })).toEqual(["over_achievement_low"]);
    expect(ofScoring({ bands: [] })).toEqual(["band_missing"]);
  });
});

describe("a set of indicators", () => {
  const moved = (from: string, to: string) =>
    codes(
      {
        family: "indicators",
        content: {
          ...set,
          ...head,
          levels: {
            ...set.levels,
            output: (set.levels.output ?? []).map((line) => {
              if (line.code === "Q1") return { ...line, weight: from };
              return line.code === "Q2" ? { ...line, weight: to } : line;
            }),
          },
        },
      },
      { family: "indicators", content: set },
    );

  it("may move weight from line to line, not lose it", () => {
    expect(moved("8", "4")).toEqual([]);
    expect(moved("8", "6")).toEqual(["level_sum"]);
    expect(moved("-1", "13")).toContain("weight_not_positive");
  });

  it("tells a line that is not filled in", () => {
    const content = {
      ...set,
      ...head,
      levels: {
        ...set.levels,
        output: [...(set.levels.output ?? []), { code: "Q9", weight: "0" }],
      },
    };
    expect(
      codes({ family: "indicators", content }, { family: "indicators", content: set }),
    ).toEqual(["indicator_incomplete"]);
  });
});

describe("consequences and incentives", () => {
  const limit = { titleZh: "限制", titleEn: "Limit", triggers: ["grade:poor" as const] };
  const ofLimit = (change: object, purpose = "limit") => {
    const base: RuleVersion = {
      ...published,
      purpose,
      family: "consequence",
      content: { ...limit, months: 24 },
    };
    return codes({ family: "consequence", content: { ...limit, ...head, ...change } }, base, {
      base,
      newest: base,
    });
  };

  it("have a period that fits what they do", () => {
    expect(ofLimit({ months: 12 })).toEqual([]);
    expect(ofLimit({})).toEqual(["months_missing"]);
    expect(ofLimit({ triggers: [], months: 12 })).toEqual(["triggers_missing"]);
    expect(ofLimit({ months: 12, appealDays: 15 }, "priority")).toEqual(["appeal_not_adverse"]);
    expect(ofLimit({ months: 12, validTo: "2026-11-30" })).toEqual(["valid_to_before_from"]);
    expect(ofLimit({}, "integrity_case")).toEqual(["case_without_misconduct"]);
  });

  it("pay by rate only where the bureau administers, with a cap inside the budget", () => {
    const texts = { titleZh: "补助", titleEn: "Subsidy", guidanceZh: "咨询", guidanceEn: "Ask" };
    const base: TypedRule = {
      family: "incentive",
      content: { ...texts, administeredBy: "science", ratePercent: "20" },
    };
    const of = (change: object) =>
      codes(
        {
          family: "incentive",
          content: { ...texts, ...head, administeredBy: "science", ...change },
        },
        base,
      );
    expect(of({ ratePercent: "30", cap: "500000", budget: "5000000" })).toEqual([]);
    expect(of({ ratePercent: "101" })).toEqual(["rate_range"]);
    expect(of({ ratePercent: "30", administeredBy: "tax" })).toEqual(["rate_of_others"]);
    expect(of({ cap: "500000" })).toEqual(["cap_without_rate"]);
    expect(of({ ratePercent: "30", cap: "500000", budget: "100" })).toEqual(["cap_over_budget"]);
  });
});
