import { describe, expect, it } from "vitest";
import {
  acceptanceRoute,
  completionOf,
  documentsAsked,
  issuedResult,
  majority,
  needsSpecialAudit,
  proposalProblem,
  ruleVerdict,
  spentInAccount,
  tally,
} from "./rules";
import { exampleIndicators } from "./scoring/example.fixture";
import { defaultRule } from "./scoring/rule";

const none = new Map<string, number>();

describe("the route of an acceptance", () => {
  it("is written below 500,000 yuan or in the light profile, else a meeting", () => {
    const route = (grant: string, lightProfile = false, numbers = none) =>
      acceptanceRoute({ grant, lightProfile }, numbers);
    expect(route("499999.99")).toBe("written");
    expect(route("500000")).toBe("meeting");
    expect(route("900000", true)).toBe("written");
    expect(route("500000", false, new Map([["written_acceptance_below", 600_000]]))).toBe(
      "written",
    );
  });

  it("asks for a special audit at 500,000 yuan or a meeting, never in the light profile", () => {
    expect(needsSpecialAudit({ grant: "500000", lightProfile: false }, "written", none)).toBe(true);
    expect(needsSpecialAudit({ grant: "400000", lightProfile: false }, "written", none)).toBe(
      false,
    );
    expect(needsSpecialAudit({ grant: "400000", lightProfile: false }, "meeting", none)).toBe(true);
    expect(needsSpecialAudit({ grant: "600000", lightProfile: true }, "meeting", none)).toBe(false);
  });
});

describe("the acceptance file", () => {
  it("asks fewer documents of the light profile", () => {
    expect(documentsAsked(false)).toEqual(["D20", "D21", "D22", "D24"]);
    expect(documentsAsked(true)).toEqual(["D20", "D21", "D24"]);
  });

  it("adds up the final account", () => {
    const account = {
      grantSpent: "600000.10",
      ownSpent: "2160000",
      otherSpent: "0.05",
      irregularPayments: 0,
    };
    expect(spentInAccount(account)).toBe("2760000.15");
  });
});

describe("the proposed result", () => {
  it("weighs the quantitative targets that were reached", () => {
    const stated = [
      { indicatorCode: "Q1", value: "3" },
      { indicatorCode: "Q2", value: "1" },
    ];
    const two = exampleIndicators.filter((row) => ["Q1", "Q2"].includes(row.code));
    expect(completionOf(defaultRule, two, stated)).toEqual({ percent: "75.00", coreMissed: [] });
    const core = two.map((row) => ({ ...row, core: true }));
    expect(completionOf(defaultRule, core, stated).coreMissed).toEqual(["Q2"]);
    expect(completionOf(defaultRule, core, []).coreMissed).toEqual(["Q1", "Q2"]);
    expect(completionOf(defaultRule, [], stated).percent).toBeNull();
    const out = [stated[0], { indicatorCode: "Q2", value: "not_applicable" }].flatMap(
      (row) => row ?? [],
    );
    expect(completionOf(defaultRule, two, out)).toEqual({ percent: "100.00", coreMissed: [] });
    expect(completionOf(defaultRule, core, out)).toEqual({ percent: "50.00", coreMissed: ["Q2"] });
  });

  it("passes from 90 %, asks for a rectification once from 80 %, else fails", () => {
    expect(ruleVerdict("90.00", false, none)).toBe("passed");
    expect(ruleVerdict("89.99", false, none)).toBe("rectify");
    expect(ruleVerdict("89.99", true, none)).toBe("failed");
    expect(ruleVerdict("79.99", false, none)).toBe("failed");
    expect(ruleVerdict(null, false, none)).toBeNull();
    expect(ruleVerdict("85", false, new Map([["accept_pass_pct", 85]]))).toBe("passed");
  });

  it("needs more than half of the votes", () => {
    expect(majority(tally(["passed", "passed", "failed"]))).toBe("passed");
    expect(majority(tally(["passed", "failed"]))).toBeNull();
    expect(majority(tally([]))).toBeNull();
  });

  it("needs a reason against the votes or the rule, and never passes what a cause fails", () => {
    const votes = tally(["passed", "passed", "passed"]);
    const basis = { votes, rule: "passed", causes: [] } as const;
    expect(proposalProblem("passed", basis, undefined)).toBeNull();
    expect(proposalProblem("failed", basis, undefined)?.code).toBe("differs_from_votes");
    expect(proposalProblem("failed", basis, "理由")).toBeNull();
    expect(proposalProblem("passed", { ...basis, rule: "rectify" }, undefined)?.code).toBe(
      "differs_from_rule",
    );
    const grave = { ...basis, causes: ["false_documents"] } as const;
    expect(proposalProblem("passed", grave, "理由")?.code).toBe("cause_fails");
    expect(proposalProblem("concluded", grave, "理由")?.code).toBe("cause_fails");
    expect(proposalProblem("failed", grave, undefined)).toBeNull();
    const missed = { ...basis, causes: ["main_targets_missed"] } as const;
    expect(proposalProblem("passed", missed, "理由")?.code).toBe("cause_fails");
    expect(proposalProblem("concluded", missed, "理由")).toBeNull();
  });

  it("is issued as a pass after rectification where one was used", () => {
    expect(issuedResult("passed", true)).toBe("passed_after_rectification");
    expect(issuedResult("passed", false)).toBe("passed");
    expect(issuedResult("concluded", true)).toBe("concluded");
    expect(issuedResult("failed", false)).toBe("failed");
  });
});
