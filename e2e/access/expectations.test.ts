import { expect, it } from "vitest";
import { commands } from "@/lib/commands/registry";
import { transitionIds, transitionRow } from "@/lib/lifecycle/transitions";
import { allStates, expectedTransitions } from "./expectations";
import { expectedChildren, expectedOffices } from "./expectations-children";

const expectedCommands = [
  ...expectedTransitions.map(({ command }) => command),
  ...expectedChildren.map(({ command }) => command),
  ...expectedOffices.map(({ command }) => command),
];

it("expects something of every command that Kehe has, and of no other", () => {
  expect([...expectedCommands].sort()).toEqual(commands.map(({ name }) => name).sort());
});

it("knows 37 transitions and 20 states", () => {
  expect(expectedTransitions.map(({ id }) => id)).toEqual([...transitionIds]);
  expect(expectedTransitions).toHaveLength(37);
  expect(new Set(allStates).size).toBe(20);
});

it.each(expectedTransitions)("$id leads from and to what the domain says", (expected) => {
  const id = transitionIds.find((each) => each === expected.id);
  if (id === undefined) throw new Error(`${expected.id} is missing`);
  const { command, from, to, fourEyes, roles } = transitionRow(id);
  expect({ command, from: [...from].sort(), to, fourEyes }).toEqual({
    command: expected.command,
    from: [...expected.from].sort(),
    to: expected.to,
    fourEyes: expected.fourEyes ?? false,
  });
  const all = [...expected.roles, ...Object.values(expected.rolesIn ?? {}).flat()];
  expect([...roles].sort()).toEqual([...new Set(all)].sort());
});

it("can be left from every state that is not final, and every state can be reached", () => {
  const reached = new Set<string>(["draft"]);
  for (let round = 0; round < allStates.length; round += 1) {
    for (const { from, to } of expectedTransitions) {
      if (from.some((state) => reached.has(state))) reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual([...allStates].sort());
  const left = new Set(expectedTransitions.flatMap(({ from }) => [...from]));
  expect(allStates.filter((state) => !left.has(state))).toEqual(["not_approved", "withdrawn"]);
});
