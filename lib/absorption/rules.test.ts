import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extensionRefusal, isForTheRecord, payloadRefusal } from "./change-rules";
import { reportDueAt, reportYears, storedDay } from "./dates";
import { defaultLedgerTemplates } from "./default-templates";
import { linkIds } from "./links";
import { figureValue, type LinkFacts, lateness, linkRefusal, refundAmount } from "./rules";
import { changeKinds } from "./schema";
import { offeredSteps, stepNames, stepRow } from "./steps";
import { ledgerTemplateDefinition, linkTemplate } from "./template";

const none = new Map<string, number>();

describe("a refund", () => {
  const accounts = { grantReceived: "600000", grantSpent: "400000", irregularSpending: "150000" };

  it("follows from its basis (domain.md §1.5)", () => {
    expect(refundAmount("objective", accounts)).toBe("200000.00");
    expect(refundAmount("fault", accounts)).toBe("350000.00");
    expect(refundAmount("revocation", accounts)).toBe("600000.00");
  });

  it("is never below nothing nor above what was received", () => {
    const yuan = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(yuan, yuan, yuan, (grantReceived, grantSpent, irregularSpending) => {
        const given = {
          grantReceived: String(grantReceived),
          grantSpent: String(grantSpent),
          irregularSpending: String(irregularSpending),
        };
        const [objective, fault, revocation] = (["objective", "fault", "revocation"] as const).map(
          (basis) => Number(refundAmount(basis, given)),
        );
        expect(objective).toBeGreaterThanOrEqual(0);
        expect(fault).toBeGreaterThanOrEqual(objective ?? 0);
        expect(revocation).toBeGreaterThanOrEqual(fault ?? 0);
        expect(revocation).toBe(grantReceived);
      }),
    );
  });
});

describe("a figure", () => {
  const figure = (formula: "value" | "ratio" | "complement") => ({
    code: "x",
    zh: "指标",
    en: "Figure",
    unit: "percent",
    formula,
  });

  it("is computed by its formula: 50,000 with 18,500 imported is 63.0 % local", () => {
    const parts = { numerator: "18500", denominator: "50000" };
    expect(figureValue(figure("complement"), parts, "f")).toBe("63.0000");
    expect(figureValue(figure("ratio"), parts, "f")).toBe("37.0000");
    expect(figureValue(figure("value"), { value: "12.5" }, "f")).toBe("12.5000");
  });

  it("refuses missing parts, nothing below the line and a part above the whole", () => {
    const refused = (parts: object) => () => figureValue(figure("ratio"), parts, "f");
    expect(refused({ denominator: "1" })).toThrow("invalid_input");
    expect(refused({ numerator: "1", denominator: "0" })).toThrow("invalid_input");
    expect(refused({ numerator: "2", denominator: "1" })).toThrow("invalid_input");
  });
});

describe("the exit of a link", () => {
  const facts = (link: string, rest: Partial<LinkFacts> = {}): LinkFacts => {
    const template = linkTemplate(defaultLedgerTemplates.M1, link);
    return {
      template,
      formerClosed: true,
      evidence: template.criteria.map(({ code }) => ({ criterionCode: code, status: "submitted" })),
      figures: new Map([["points_mastered", "80"]]),
      technology: { mastery: 3, main: true, trlScaleId: "qd13", trlNow: 8, pointsTotal: 10 },
      ...rest,
    };
  };
  const mastered = (mastery: number, main: boolean, trlNow: number | null = 8) => ({
    technology: { mastery, main, trlScaleId: "qd13", trlNow, pointsTotal: 10 },
  });

  it("needs the former links, every criterion proven and every measure reached", () => {
    for (const link of linkIds) expect(linkRefusal(facts(link))).toBeNull();
    expect(linkRefusal(facts("digest", { formerClosed: false }))?.code).toBe("former_link_open");
    expect(linkRefusal(facts("digest", { evidence: [] }))?.code).toBe("criteria_unproven");
    expect(linkRefusal(facts("digest", mastered(1, true)))?.details.params).toEqual({
      criteria: ["reproduced"],
    });
    expect(linkRefusal(facts("digest", { figures: new Map() }))?.code).toBe("criteria_unmet");
    expect(linkRefusal(facts("absorb", mastered(3, true, 7)))?.code).toBe("criteria_unmet");
    expect(linkRefusal(facts("reinnovate", mastered(2, true)))?.code).toBe("criteria_unmet");
    expect(linkRefusal(facts("reinnovate", mastered(2, false)))).toBeNull();
  });

  it("is never free while one criterion has only returned evidence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...linkIds), fc.nat(10), (link, pick) => {
        const full = facts(link);
        const evidence = full.evidence.map((piece, index) =>
          index === pick % full.evidence.length ? { ...piece, status: "returned" } : piece,
        );
        expect(linkRefusal({ ...full, evidence })?.code).toBe("criteria_unproven");
      }),
    );
  });

  it("is told by templates that keep their own form, one for each mode with a ledger", () => {
    expect(Object.keys(defaultLedgerTemplates)).toEqual(["M1", "M2", "M3", "M4", "M5", "M6"]);
    for (const definition of Object.values(defaultLedgerTemplates)) {
      expect(ledgerTemplateDefinition.parse(definition)).toEqual(definition);
    }
  });
});

describe("due dates", () => {
  it("ask a report of each year in which the project ran by 30 November, until 26 December", () => {
    const term = { startsOn: storedDay("2026-01-01"), endsOn: storedDay("2028-06-30") };
    expect(reportYears(term, new Date("2026-03-01T00:00:00Z"), none)).toEqual([2026, 2027, 2028]);
    expect(reportYears(term, new Date("2027-12-27T00:00:00Z"), none)).toEqual([2028]);
    const late = { ...term, startsOn: storedDay("2026-12-01") };
    expect(reportYears(late, new Date("2026-12-01T00:00:00Z"), none)).toEqual([2027, 2028]);
    expect(reportYears({ startsOn: null, endsOn: null }, new Date(0), none)).toEqual([]);
  });

  it("can be configured", () => {
    const own = new Map([["annual_report_due", 1220]]);
    expect(reportDueAt(2026, own).toISOString()).toBe("2026-12-20T15:59:59.999Z");
  });

  it("colour a late link by the configured days", () => {
    const at = (day: string) => lateness(storedDay("2026-01-01"), storedDay(day), none).level;
    expect(["2025-12-31", "2026-01-01", "2026-01-02"].map(at)).toEqual(["none", "none", "late"]);
    expect(["2026-01-31", "2026-02-01", "2026-04-01", "2026-04-02"].map(at)).toEqual([
      "late",
      "amber",
      "amber",
      "red",
    ]);
  });
});

describe("a change", () => {
  it("is either for the record or for approval, and needs what its kind asks", () => {
    expect(changeKinds.filter(isForTheRecord)).toEqual([
      "team",
      "route",
      "budget_shift",
      "unit_renamed",
    ]);
    for (const kind of changeKinds) expect(payloadRefusal(kind, {})?.status).toBe(422);
    expect(payloadRefusal("term", { endsOn: "2028-01-01" })).toBeNull();
    expect(payloadRefusal("team", { endsOn: "2028-01-01" })?.details.fields).toHaveProperty(
      "endsOn",
    );
  });

  it("of the term keeps its three limits to the day", () => {
    const endsOn = storedDay("2027-12-31");
    const ask = (newEnd: string, now: string, used = false) =>
      extensionRefusal({ endsOn, used }, newEnd, new Date(now), none)?.details.fields?.endsOn?.[0]
        ?.code ?? extensionRefusal({ endsOn, used }, newEnd, new Date(now), none)?.code;
    expect(ask("2028-12-31", "2027-09-30T15:59:00Z")).toBeUndefined();
    expect(ask("2028-12-31", "2027-09-30T16:00:00Z")).toBe("extension_too_late");
    expect(ask("2029-01-01", "2027-09-30T15:59:00Z")).toBe("extension_too_long");
    expect(ask("2027-12-31", "2027-09-30T15:59:00Z")).toBe("not_after_end");
    expect(ask("2028-12-31", "2027-01-01T00:00:00Z", true)).toBe("extension_used");
  });
});

describe("the steps", () => {
  const project = {
    unitId: "u",
    districtId: "320412",
    caseOfficerId: null,
    state: "active" as const,
  };
  const officer = {
    kind: "user" as const,
    userId: "o",
    sessionId: null,
    name: "何科",
    held: [{ role: "bureau_officer" as const, unitId: null, districtId: null }],
  };

  it("offer only what policy, state and status allow", () => {
    const child = { status: "bureau_review", hands: ["x"] };
    expect(offeredSteps(officer, project, "change", child)).toEqual([
      "absorption.approve-change",
      "absorption.reject-change",
    ]);
    expect(offeredSteps(officer, project, "change", { ...child, hands: ["o"] })).toEqual([]);
    expect(offeredSteps(officer, { ...project, state: "archived" }, "change", child)).toEqual([]);
  });

  it("of a child always name the statuses from which they are possible", () => {
    for (const name of stepNames) {
      const step = stepRow(name);
      expect(step.from.length > 0).toBe(step.on !== "project");
    }
  });
});
