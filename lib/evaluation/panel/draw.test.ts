import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Candidate, PanelParties } from "@/lib/approval/rules";
import { drawPanel, exclusionOf, needOf, type PanelNeed, type PoolEntry } from "./draw";

const entries = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 40 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(`expert-${id}`),
        name: fc.constant(`专家${id}`),
        employer: fc.integer({ min: 0, max: 12 }).map((at) => `单位${at}`),
        finance: fc.boolean(),
        wished: fc.boolean(),
      }),
    ),
  ),
);
const needs = fc.record({
  seats: fc.integer({ min: 3, max: 9 }),
  finance: fc.integer({ min: 0, max: 2 }),
  perEmployer: fc.integer({ min: 1, max: 2 }),
});
const seeds = fc.string({ minLength: 1, maxLength: 64 });

const employersIn = (panel: readonly PoolEntry[]): number[] => {
  const counts = new Map<string, number>();
  for (const { employer } of panel) counts.set(employer, (counts.get(employer) ?? 0) + 1);
  return [...counts.values()];
};

/** The most seats that the employers of a pool allow. */
const room = (pool: readonly PoolEntry[], { perEmployer }: PanelNeed): number =>
  employersIn(pool).reduce((sum, count) => sum + Math.min(count, perEmployer), 0);

describe("drawing a panel", () => {
  it("gives the same panel for the same seed, in whatever order the pool stands", () => {
    fc.assert(
      fc.property(entries, needs, seeds, fc.integer(), (pool, need, seed, turn) => {
        const at = pool.length === 0 ? 0 : Math.abs(turn) % pool.length;
        const other = [...pool.slice(at), ...pool.slice(0, at)].reverse();
        expect(drawPanel(other, need, seed)).toEqual(drawPanel(pool, need, seed));
      }),
    );
  });

  it("fills every quota, or refuses only where no panel could", () => {
    fc.assert(
      fc.property(entries, needs, seeds, (pool, need, seed) => {
        const draw = drawPanel(pool, need, seed);
        const finance = pool.filter((one) => one.finance);
        if ("refused" in draw) {
          const possible = room(finance, need) >= need.finance && room(pool, need) >= need.seats;
          expect(possible).toBe(false);
          expect(draw.available).toBeLessThan(draw.need);
          return;
        }
        expect(draw.drawn).toHaveLength(need.seats);
        expect(new Set(draw.drawn.map(({ id }) => id)).size).toBe(need.seats);
        expect(draw.drawn.filter((one) => one.finance).length).toBeGreaterThanOrEqual(need.finance);
        expect(Math.max(...employersIn(draw.drawn))).toBeLessThanOrEqual(need.perEmployer);
        for (const one of draw.drawn) expect(pool).toContain(one);
      }),
    );
  });

  it("replaces one seat from the same lots, never with somebody used, quotas kept", () => {
    fc.assert(
      fc.property(entries, needs, seeds, fc.nat(), (pool, need, seed, which) => {
        const draw = drawPanel(pool, need, seed);
        if ("refused" in draw) return;
        const gone = draw.drawn[which % draw.drawn.length];
        if (gone === undefined) return;
        const seated = draw.drawn.filter((one) => one !== gone);
        const used = new Set(draw.drawn.map(({ id }) => id));
        const next = drawPanel(pool, need, seed, seated, used);
        if ("refused" in next) return;
        expect(next.drawn).toHaveLength(1);
        const panel = [...seated, ...next.drawn];
        expect(next.drawn.some(({ id }) => used.has(id))).toBe(false);
        expect(panel.filter((one) => one.finance).length).toBeGreaterThanOrEqual(need.finance);
        expect(Math.max(...employersIn(panel))).toBeLessThanOrEqual(need.perEmployer);
      }),
    );
  });

  it("draws the wished fields first, and other seeds other panels", () => {
    const pool = Array.from({ length: 30 }, (_, at) => ({
      id: `expert-${at}`,
      name: `专家${at}`,
      employer: `单位${at}`,
      finance: at % 10 === 0,
      wished: at % 3 === 1,
    }));
    const need = needOf("meeting", new Map());
    const panels = ["a", "b", "c", "d", "e", "f"].map((seed) => {
      const draw = drawPanel(pool, need, seed);
      if ("refused" in draw) throw new Error(draw.refused);
      expect(draw.drawn.filter((one) => one.wished)).toHaveLength(4);
      expect(draw.drawn.at(-1)?.finance).toBe(true);
      return draw.drawn.map(({ id }) => id).join();
    });
    expect(new Set(panels).size).toBeGreaterThan(1);
  });
});

const candidate: Candidate = {
  id: "id",
  name: "顾言初",
  employer: "云湖理工大学",
  employerUnitId: null,
  finance: false,
  active: true,
  tied: false,
  integrityOpen: false,
};
const parties: PanelParties = { unitId: "unit", names: ["科合制药", "Partner GmbH"], avoid: [] };

it.each([
  [{}, {}, null],
  [{ active: false, tied: true }, {}, "inactive"],
  [{ employer: "partner gmbh" }, {}, "employer"],
  [{ employerUnitId: "unit" }, {}, "employer"],
  [{ tied: true }, {}, "tie"],
  [{ integrityOpen: true }, {}, "integrity"],
  [{}, { avoid: ["id"] }, "avoided"],
  [{}, { avoid: ["顾 言初"] }, "avoided"],
] as const)("excludes %j with %j for %s", (person, asked, reason) => {
  expect(exclusionOf({ ...candidate, ...person }, { ...parties, ...asked })).toBe(reason);
});

it("asks five with one of finance for a meeting, three in writing", () => {
  expect(needOf("meeting", new Map())).toEqual({ seats: 5, finance: 1, perEmployer: 1 });
  expect(needOf("written", new Map(), 4)).toEqual({ seats: 4, finance: 0, perEmployer: 1 });
});
