import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReportFacts } from "@/lib/absorption/report-content";
import {
  type AskedReport,
  answersToSubmit,
  changesSince,
  formStatus,
  isOwed,
  missingAnswer,
  questionsOf,
  requireBegun,
  type Standing,
} from "./rules";
import { answersSchema } from "./schema";

const asked = (rest: Partial<AskedReport> = {}): AskedReport => ({
  kind: "annual",
  lightProfile: false,
  previous: null,
  ...rest,
});

describe("the questions", () => {
  it.each(["annual", "tracking"] as const)(
    "of the light profile are at most a third of the full one's (%s)",
    (kind) => {
      const count = (lightProfile: boolean) =>
        Object.keys(answersSchema({ kind, lightProfile, hasPrevious: false }).shape).length;
      expect(count(false)).toBeGreaterThanOrEqual(6);
      expect(count(true) * 3).toBeLessThanOrEqual(count(false));
      expect(count(true)).toBe(questionsOf(kind, true).length);
    },
  );

  it("have one tick more where there is a last report", () => {
    const shape = answersSchema({ kind: "annual", lightProfile: true, hasPrevious: true }).shape;
    expect(Object.keys(shape)).toEqual(["unchanged", "progress", "spentAmount"]);
  });
});

describe("an answer", () => {
  const previous = { progress: "样机完成", spentAmount: "100.00" };

  it("is missing without progress, and the tick needs a last report", () => {
    expect(missingAnswer(asked(), {})).toBe("progress");
    expect(missingAnswer(asked(), { progress: " " })).toBe("progress");
    expect(missingAnswer(asked(), { progress: "按计划" })).toBeNull();
    expect(missingAnswer(asked(), { unchanged: true })).toBe("unchanged");
    expect(missingAnswer(asked({ previous }), { unchanged: true })).toBeNull();
  });

  it("that repeats the last one word for word needs the tick, whatever was spent", () => {
    const same = { progress: "样机完成", problems: "", spentAmount: "200.00" };
    expect(missingAnswer(asked({ previous }), same)).toBe("unchanged");
    expect(missingAnswer(asked({ previous }), { ...same, problems: "无" })).toBeNull();
  });

  it("of a follow-up states the outcomes that its profile asks", () => {
    const tracking = asked({ kind: "tracking" });
    expect(missingAnswer(tracking, { summary: "投产", sales: "1", jobs: 2 })).toBe("exports");
    const light = { ...tracking, lightProfile: true };
    expect(missingAnswer(light, { summary: "投产", sales: "1", jobs: 0 })).toBeNull();
    expect(missingAnswer(light, { summary: "投产", sales: "1" })).toBe("jobs");
  });

  it("after the tick is the last one with the spending of today", () => {
    expect(answersToSubmit(asked({ previous }), { unchanged: true }, "300.00")).toEqual({
      progress: "样机完成",
      spentAmount: "300.00",
    });
  });

  it("carries only what is asked", () => {
    const typed = { progress: "甲", spentAmount: "1.00", results: "乙", sales: "9" };
    expect(answersToSubmit(asked({ lightProfile: true }), typed, "0")).toEqual({
      progress: "甲",
      spentAmount: "1.00",
    });
  });
});

describe("a form", () => {
  const report = (status: string, rest: Partial<Standing> = {}): Standing => ({
    kind: "annual",
    status,
    returnedReason: null,
    state: "active",
    ...rest,
  });

  it("stands where the report that is furthest behind stands", () => {
    expect(formStatus([report("closed"), report("submitted")])).toBe("submitted");
    expect(formStatus([report("closed"), report("district_confirmed")])).toBe("confirmed");
    expect(formStatus([report("submitted"), report("open")])).toBe("open");
    expect(formStatus([report("open", { returnedReason: "补充" })])).toBe("returned");
    expect(formStatus([report("closed")])).toBe("closed");
  });

  it("owes no report on a project that is archived", () => {
    expect(isOwed(report("open", { state: "archived" }))).toBe(false);
    expect(isOwed(report("open", { kind: "tracking", state: "evaluation" }))).toBe(false);
    expect(formStatus([report("open", { state: "archived" }), report("closed")])).toBe("closed");
  });

  it("is owed exactly while it is open or returned", () => {
    const anyReport = fc.record({
      kind: fc.constantFrom("annual" as const, "tracking" as const),
      status: fc.constantFrom("open", "submitted", "district_confirmed", "closed"),
      returnedReason: fc.constantFrom(null, "补充"),
      state: fc.constantFrom("active" as const, "tracking" as const, "archived" as const),
    });
    fc.assert(
      fc.property(fc.array(anyReport, { minLength: 1, maxLength: 8 }), (reports) => {
        const owing = ["open", "returned"].includes(formStatus(reports));
        expect(owing).toBe(reports.some(isOwed));
      }),
    );
  });

  it("begins on the first of January in Shanghai", () => {
    expect(() => requireBegun(2026, new Date("2025-12-31T15:59:59Z"))).toThrow(
      expect.objectContaining({ code: "yearly_form_not_yet" }),
    );
    expect(() => requireBegun(2026, new Date("2025-12-31T16:00:00Z"))).not.toThrow();
  });
});

describe("what changed", () => {
  const facts = (rest: Partial<ReportFacts> = {}): ReportFacts => ({
    cutoff: "2026-11-30",
    links: [
      {
        technology: "换能器",
        link: "import",
        plannedTo: "2026-06-30",
        actualTo: "2026-05-30",
        status: "closed",
        cost: "10.00",
      },
    ],
    milestones: [{ name: "样机", plannedOn: "2026-09-30", doneOn: "2026-09-01" }],
    received: "360000.00",
    spentAmount: "50.00",
    ...rest,
  });

  it("is all that is done, without a last report", () => {
    expect(changesSince(null, facts()).map(({ what }) => what)).toEqual([
      "link",
      "cost",
      "milestone",
      "received",
      "spent",
    ]);
  });

  it("is nothing between equal facts, and only the difference otherwise", () => {
    expect(changesSince(facts(), facts())).toEqual([]);
    expect(changesSince(facts(), facts({ spentAmount: "80.00" }))).toEqual([
      { what: "spent", from: "50.00", to: "80.00" },
    ]);
  });
});
