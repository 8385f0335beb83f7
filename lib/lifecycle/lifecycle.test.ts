import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lifecycleDocument } from "@/scripts/state-diagram";
import { type State, stateIds, stateRow } from "./states";
import { transitionIds, transitionRow } from "./transitions";

const targets = (from: State): State[] =>
  transitionIds.flatMap((id) => {
    const { from: sources, to } = transitionRow(id);
    return sources.includes(from) && to !== "where_it_stands" ? [to] : [];
  });

test("there are 20 states and 37 transitions", () => {
  expect(stateIds).toHaveLength(20);
  expect(transitionIds).toHaveLength(37);
  expect(transitionIds[0]).toBe("T00");
  expect(transitionIds.at(-1)).toBe("T36");
});

test("every state is reachable from draft", () => {
  const seen = new Set<State>(["draft"]);
  for (const state of seen) for (const to of targets(state)) seen.add(to);
  expect([...seen].sort()).toEqual([...stateIds].sort());
});

test("every state that is not final has an exit, and every final one but archived has none", () => {
  for (const state of stateIds) {
    const exits = targets(state).length;
    if (stateRow(state).end !== "final") expect(exits, state).toBeGreaterThan(0);
    else if (state !== "archived") expect(exits, state).toBe(0);
  }
});

test("each transition has its own command", () => {
  const names = transitionIds.map((id) => transitionRow(id).command);
  expect(new Set(names).size).toBe(names.length);
});

test("the diagram in docs is the table's", () => {
  expect(readFileSync("docs/lifecycle.md", "utf8")).toBe(lifecycleDocument());
});
