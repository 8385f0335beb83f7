import { beforeAll, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { expectedChildren } from "./expectations-children";
import { runRow } from "./matrix";
import { prepareWorld } from "./ways/scene";

const world = useWorld();
beforeAll(() => prepareWorld(world));

it.each(expectedChildren)(
  "$command: every role in every state",
  { timeout: 60_000 },
  async (row) => {
    const report = await runRow(world, row);
    expect(report.done).toBeGreaterThan(0);
  },
);
