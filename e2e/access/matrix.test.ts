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
  const t = Date.now();
  const report = await runRow(world, row);
  console.log(row.id, row.command, JSON.stringify(report), Date.now() - t);
  expect(report.done).toBeGreaterThan(0);
});
