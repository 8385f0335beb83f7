import { describe, expect, it } from "vitest";
import { groupsOf } from "./desk-groups";

const all = Object.assign((key: string) => key, {
  has: (key: string) => !key.endsWith(".unknown"),
});
const words = { state: (state: string) => state };
const grouped = (kinds: readonly string[]) =>
  groupsOf(
    kinds.map((kind) => ({ kind, params: {} })),
    all,
    words,
  );

describe("the desk", () => {
  it("stays one list up to ten items", () => {
    expect(grouped(Array.from({ length: 10 }, () => "absorption.milestone"))).toEqual([]);
  });

  it("groups more by kind, in the order of their first items", () => {
    const kinds = Array.from({ length: 12 }, (_, n) =>
      n === 0 ? "state.decision" : n % 2 ? "absorption.close_report" : "absorption.unknown",
    );
    expect(grouped(kinds).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["desk.state.decision", 1],
      ["desk.group.absorption.close_report", 6],
      ["overview.room.absorption", 5],
    ]);
  });
});
