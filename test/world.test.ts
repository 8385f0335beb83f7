import { expect, it } from "vitest";
import { projectScope } from "@/lib/access/scope";
import { query } from "@/lib/kernel/query";
import { stateIds } from "@/lib/lifecycle/states";
import { useWorld } from "./world";

const world = useWorld();

it.each(stateIds)("makes a project in state %s that its unit sees", async (state) => {
  const { id } = await world.project({ state });
  const filler = world.as("filler");
  const seen = await query(filler, (tx) =>
    tx.project.findFirst({
      where: { AND: [{ id }, projectScope(filler)] },
      select: { state: true, unit: { select: { district: { select: { id: true } } } } },
    }),
  );
  expect(seen).toEqual({ state, unit: { district: { id: world.districts.wujin.id } } });
});

it("makes projects of the direct unit with a two-party contract, and registered ones", async () => {
  const direct = await world.project({ state: "active", unit: "direct" });
  expect(await world.owner.signature.count({ where: { projectId: direct.id } })).toBe(2);
  const registered = await world.project({ state: "active", registered: true });
  expect(await world.owner.proposal.count({ where: { projectId: registered.id } })).toBe(0);
});
