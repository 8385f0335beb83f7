import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicActor } from "@/lib/access/actor";
import { type BodyFacts, districtsRead, gapsOf, median, responseTimes } from "./rules";

const complete: BodyFacts = {
  kind: "own_division",
  dedicated: true,
  deputyName: "武佐明",
  hasPhone: true,
  contactUserId: "an account",
  contactActive: true,
};

describe("gaps", () => {
  it("has none where the paper's demands are met", () => {
    expect(gapsOf(complete)).toEqual([]);
  });

  it.each([
    [null, ["no_body"]],
    [{ ...complete, kind: "shared_division" }, ["shared_division"]],
    [{ ...complete, dedicated: false }, ["part_time"]],
    [{ ...complete, deputyName: null, hasPhone: false }, ["no_deputy", "no_phone"]],
    [{ ...complete, contactUserId: null, contactActive: false }, ["no_account"]],
    [{ ...complete, contactActive: false }, ["contact_left"]],
  ])("names what is missing (%#)", (body, expected) => {
    expect(gapsOf(body)).toEqual(expected);
  });
});

describe("the median", () => {
  it("is the middle, or between the two in the middle", () => {
    expect([median([]), median([7]), median([9, 1, 5]), median([4, 1, 10, 2])]).toEqual([
      null,
      7,
      5,
      3,
    ]);
  });

  it("has as many values below as above", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? Number.NaN;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        return below <= values.length / 2 && above <= values.length / 2;
      }),
    );
  });
});

it("measures each kind in working days, holidays and weekends left out", () => {
  const duty = (kind: string, since: string, doneAt: string, dueAt: string | null = null) => ({
    kind,
    since: new Date(`${since}T02:00:00Z`),
    doneAt: new Date(`${doneAt}T02:00:00Z`),
    dueAt: dueAt === null ? null : new Date(`${dueAt}T15:59:59Z`),
  });
  const times = responseTimes(
    [
      duty("state.district_review", "2026-03-06", "2026-03-09"),
      duty("state.district_review", "2026-03-02", "2026-03-06", "2026-03-04"),
      duty("absorption.confirm_link", "2026-09-30", "2026-10-08"),
      duty("state.district_review", "2026-03-02", "2026-03-02"),
    ],
    new Map(),
  );
  expect(times).toEqual([
    { kind: "state.district_review", count: 3, median: 1, late: 1 },
    { kind: "absorption.confirm_link", count: 1, median: 1, late: 0 },
  ]);
});

it("shows a stranger no district", () => {
  expect(districtsRead(publicActor)).toEqual([]);
});
