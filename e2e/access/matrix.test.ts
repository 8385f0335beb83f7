import { beforeAll, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { expectedTransitions } from "./expectations";
import { runRow } from "./matrix";
import { prepareWorld } from "./ways/scene";

const world = useWorld();
beforeAll(() => prepareWorld(world));

const onProjects = expectedTransitions
  .filter(({ id }) => id !== "T00")
  .map((row) => ({ ...row, states: row.from }));

it.each(onProjects)("$id $command: every role in every state", { timeout: 60_000 }, async (row) => {
  const { done, heldUp } = await runRow(world, row);
  expect(done).toBeGreaterThan(0);
  expect(heldUp).toEqual([]);
});
