import { describe, expect, it } from "vitest";
import {
  type Candidate,
  candidateProblems,
  contractProblems,
  mergeTotals,
  objectionMove,
  panelProblems,
  scaledTranches,
  tranchesMatch,
} from "./rules";

describe("mergeTotals", () => {
  it("takes the mean of all sheets below five", () => {
    expect(mergeTotals(["80", "85.5", "90"])).toMatchObject({
      mean: "85.17",
      kept: 3,
      dropped: 0,
      flagged: false,
    });
  });

  it("drops one highest and one lowest from five sheets on", () => {
    expect(mergeTotals(["60", "80", "81", "82", "100"])).toMatchObject({
      mean: "81.00",
      kept: 3,
      dropped: 2,
    });
    expect(mergeTotals(["90", "90", "90", "90", "90"])).toMatchObject({ mean: "90.00", kept: 3 });
  });

  it("flags only a deviation above the threshold", () => {
    expect(mergeTotals(["65", "80", "95"])).toMatchObject({ deviation: "15.00", flagged: false });
    expect(mergeTotals(["64", "80", "96"])).toMatchObject({ deviation: "16.00", flagged: true });
    expect(mergeTotals(["65", "80", "95"], new Map([["score_deviation_flag", 10]])).flagged).toBe(
      true,
    );
  });

  it("says nothing about one sheet's deviation and refuses none", () => {
    expect(mergeTotals(["70"])).toMatchObject({ mean: "70.00", deviation: "0.00" });
    expect(() => mergeTotals([])).toThrow(RangeError);
  });
});

const expert = (id: string, over: Partial<Candidate> = {}): Candidate => ({
  id,
  name: `Expert ${id}`,
  employer: `Institute ${id}`,
  employerUnitId: null,
  finance: false,
  active: true,
  tied: false,
  integrityOpen: false,
  ...over,
});
const parties = { unitId: "u1", names: ["Focus Medical", "Sonic Ltd."], avoid: ["a9"] };
const codes = (problems: { code: string }[]) => problems.map(({ code }) => code);

describe("panelProblems", () => {
  it("accepts three strangers in writing and five with a finance expert in a meeting", () => {
    const three = ["1", "2", "3"].map((id) => expert(id));
    expect(panelProblems("written", three, parties)).toEqual([]);
    const five = [...three, expert("4"), expert("5", { finance: true })];
    expect(panelProblems("meeting", five, parties)).toEqual([]);
  });

  it("refuses small, even and finance-less panels and one employer twice", () => {
    expect(codes(panelProblems("online", [expert("1"), expert("2")], parties))).toEqual([
      "panel_too_small",
    ]);
    const six = ["1", "2", "3", "4", "5", "6"].map((id) => expert(id));
    expect(codes(panelProblems("meeting", six, parties))).toEqual([
      "panel_not_odd",
      "panel_without_finance",
    ]);
    const twice = [expert("1"), expert("2"), expert("3", { employer: " institute  1" })];
    expect(codes(panelProblems("written", twice, parties))).toEqual(["employer_twice"]);
  });

  it.each([
    ["expert_conflict", { employer: "FOCUS Medical" }],
    ["expert_conflict", { employer: "Sonic Ltd." }],
    ["expert_conflict", { employerUnitId: "u1" }],
    ["expert_conflict", { tied: true }],
    ["expert_integrity", { integrityOpen: true }],
    ["expert_inactive", { active: false }],
    ["expert_avoided", { id: "a9" }],
  ])("refuses with %s", (code, over) => {
    expect(codes(candidateProblems(expert("1", over), parties))).toEqual([code]);
  });
});

describe("objectionMove", () => {
  it("goes filed → accepted → investigated → upheld or dismissed, or is refused at once", () => {
    expect(objectionMove("filed", "accept")?.to).toBe("accepted");
    expect(objectionMove("filed", "refuse")?.to).toBe("refused");
    expect(objectionMove("accepted", "investigate")?.to).toBe("investigated");
    expect(objectionMove("investigated", "uphold")?.to).toBe("upheld");
    expect(objectionMove("investigated", "dismiss")?.to).toBe("dismissed");
  });

  it("allows no jump and no way back", () => {
    expect(objectionMove("filed", "uphold")).toBeNull();
    expect(objectionMove("accepted", "dismiss")).toBeNull();
    expect(objectionMove("dismissed", "uphold")).toBeNull();
  });
});

describe("contracts", () => {
  const plan = {
    technologies: [{ weight: 0.6 }, { weight: 0.4 }],
    targets: [{}],
    tranches: [{ amount: "360000" }, { amount: "240000.00" }],
  };
  const content = {
    grant: "600000.00",
    startsOn: "2026-01-01",
    endsOn: "2027-12-31",
    undertaking: plan,
  };

  it("accepts payments that add up to the grant", () => {
    expect(contractProblems(content)).toEqual([]);
    expect(tranchesMatch([{ amount: "600000" }], "600000.01")).toBe(false);
  });

  it("names what is wrong", () => {
    const wrong = {
      ...content,
      endsOn: "2026-01-01",
      undertaking: { technologies: [{ weight: 0.5 }], targets: [], tranches: [] },
    };
    expect(contractProblems(wrong).map(({ code }) => code)).toEqual([
      "ends_before_start",
      "tranches_not_grant",
      "weights_not_one",
      "contract_without_targets",
    ]);
  });

  it("scales the proposal's payments to the grant without losing a fen", () => {
    const tranches = [{ amount: "300000" }, { amount: "300000" }, { amount: "300000" }];
    const scaled = scaledTranches(tranches, "500000.00");
    expect(scaled.map(({ amount }) => amount)).toEqual(["166666.67", "166666.67", "166666.66"]);
    expect(tranchesMatch(scaled, "500000.00")).toBe(true);
    expect(scaledTranches([], "500000.00")).toEqual([]);
  });
});
