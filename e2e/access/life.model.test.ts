import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify";
import { auditKey } from "@/lib/kernel/env";
import type { State } from "@/lib/lifecycle/states";
import { useWorld } from "@/test/world";
import { insiders } from "./cast";
import { allRoles, allStates } from "./expectations";
import { bodyFor, classBy, type Model, Move, moves, type Real, triple } from "./model";
import { attempt, commandOf } from "./watch";
import { ways } from "./ways";
import { officeWays } from "./ways/offices";
import { makeScene, prepareWorld, type Scene, sceneOf } from "./ways/scene";

const world = useWorld();
beforeAll(() => prepareWorld(world));

const covered = new Set<string>();
/** A project that came by its own life into each state, for what chance left out. */
const ended = new Map<State, Stand>();

/** A draft as a unit begins one: made and filled in through the commands. */
async function begun(): Promise<Real> {
  const create = await officeWays["application.create-draft"]?.(world, world.id("filler"));
  const answer = await world.run("filler", commandOf("application.create-draft"), create);
  const { projectId } = answer as { projectId: string };
  const project = await world.owner.project.findUniqueOrThrow({
    where: { id: projectId },
    select: { id: true, version: true, unitId: true, districtId: true, title: true },
  });
  const here = { here: true, by: world.id("filler") };
  const scene = sceneOf(world, { ...project, state: "draft" }, here);
  const body = await ways["application.save-draft"]?.(scene);
  await world.run("filler", commandOf("application.save-draft"), body);
  return { world, scene, covered };
}

const tries = fc
  .tuple(fc.nat(moves.length - 1), fc.nat(99), fc.integer({ min: 0, max: 3 }))
  .map(([at, who, luck]) => {
    const row = moves[at];
    if (row === undefined) throw new Error("no such move");
    return new Move(row, who, luck > 0);
  });

it("lives of random steps by random actors agree with the model", {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands([tries], { maxCommands: 120, size: "max" }), async (steps) => {
      const real = await begun();
      const model: Model = { state: "draft", version: 1, recommended: false, seated: false };
      await fc.asyncModelRun(() => ({ model, real }), steps);
      ended.set(model.state, { ...model, scene: real.scene });
    }),
    { numRuns: 30 },
  );
});

it("covers every state, action and role: what chance left out is driven", {
  timeout: 300_000,
}, async () => {
  for (const state of allStates) {
    const stand = ended.get(state) ?? (await fresh(state));
    for (const row of moves) await drive(stand, row);
  }
  const all = allStates.flatMap((state) =>
    moves.flatMap(({ id }) => allRoles.map((role) => triple(state, id, role))),
  );
  expect(all).toHaveLength(20 * 36 * 12);
  expect(all.filter((each) => !covered.has(each))).toEqual([]);
});

const statusOf = { not_found: 404, forbidden: 403, wrong_state: 409, permitted: 200 } as const;

interface Stand extends Omit<Model, "version"> {
  scene: Scene;
}

/** A state that no random life ended in. */
async function fresh(state: State): Promise<Stand> {
  const scene = await makeScene(world, state, { here: false });
  return { scene, state, recommended: false, seated: true };
}

/** Tries one transition by every role that has not tried it in this state. */
async function drive(stand: Stand, row: (typeof moves)[number]): Promise<void> {
  const { scene, state } = stand;
  const missing = insiders(world).filter(({ role }) => !covered.has(triple(state, row.id, role)));
  const body = await bodyFor({ world, scene }, state, row, false);
  await Promise.all(
    missing.map(async ({ role, actor, name }) => {
      const expected = classBy(row, role, stand);
      const sent = expected === "permitted" ? await freshBody(state, row) : body;
      const result = await attempt(row.command, actor, sent);
      const place = `${row.id} in ${state} by ${name}: ${result.code}`;
      expect(result.status, place).toBe(statusOf[expected]);
      covered.add(triple(state, row.id, role));
    }),
  );
}

async function freshBody(state: State, row: (typeof moves)[number]): Promise<object> {
  return bodyFor({ world, scene: await makeScene(world, state, { here: true }) }, state, row, true);
}

it("leaves a chain that verifies", async () => {
  expect(await verifyChain(world.owner, auditKey())).toMatchObject({ ok: true });
});
