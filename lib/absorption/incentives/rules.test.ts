import { describe, expect, it } from "vitest";
import { type ClaimFacts, entitlement, type IncentiveTerms } from "./rules";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const rule: IncentiveTerms = {
  link: "digest",
  administeredBy: "science",
  rate: "0.2000",
  cap: "500000.00",
  conditions: {},
  validFrom: day("2023-01-01"),
  validTo: day("2026-12-31"),
};
const facts: ClaimFacts = {
  link: "digest",
  confirmedCost: "400000.00",
  mainTechnology: false,
  cooperationMode: "M1",
};
const on = (change: Partial<IncentiveTerms>, rest: Partial<ClaimFacts> = {}, at = "2026-03-02") =>
  entitlement({ ...rule, ...change }, { ...facts, ...rest }, day(at));

describe("what may be claimed for a closed link", () => {
  it("is 8.0 (万元) for a confirmed digest cost of 40 at 20 % (domain.md §2.2)", () => {
    expect(on({})).toEqual({ amount: "80000.00", baseCost: "400000.00", obstacle: null });
  });

  it("never exceeds the cap", () => {
    expect(on({}, { confirmedCost: "9000000" }).amount).toBe("500000.00");
  });

  it.each([
    ["incentive_other_link", on({ link: "absorb" })],
    ["incentive_elsewhere", on({ administeredBy: "tax" })],
    ["incentive_without_rate", on({ rate: null })],
    ["incentive_not_in_force", on({}, {}, "2022-12-31")],
    ["incentive_not_in_force", on({}, {}, "2027-01-01")],
    ["incentive_condition_unmet", on({ conditions: { modes: ["M2"] } })],
    ["incentive_condition_unmet", on({ conditions: { mainOnly: true } })],
    ["incentive_condition_unmet", on({ conditions: { leastCost: "400000.01" } })],
    ["incentive_condition_unmet", on({ conditions: { somethingNewer: true } })],
    ["incentive_nothing_to_claim", on({}, { confirmedCost: "0.00" })],
    ["incentive_nothing_to_claim", on({}, { confirmedCost: null })],
  ])("is refused as %s", (obstacle, found) => {
    expect(found).toMatchObject({ obstacle, amount: null });
  });

  it("counts the first and the last day of the period, and conditions that are met", () => {
    expect(on({}, {}, "2023-01-01").obstacle).toBeNull();
    expect(on({}, {}, "2026-12-31").obstacle).toBeNull();
    const conditions = { modes: ["M1"], mainOnly: true, leastCost: "400000" };
    expect(on({ conditions }, { mainTechnology: true }).obstacle).toBeNull();
  });
});
