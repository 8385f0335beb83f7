import { beforeAll, describe, expect, it } from "vitest";
import type { State } from "@/lib/lifecycle/states";
import { noteHand } from "@/lib/project/load";
import { type PersonName, useWorld } from "@/test/world";
import { expectedTransitions } from "./expectations";
import { expectedChildren } from "./expectations-children";
import { attempt, fingerprint } from "./watch";
import { ways } from "./ways";
import { officeWays } from "./ways/offices";
import { makeScene, opinion, prepareWorld, type Scene } from "./ways/scene";

const world = useWorld();
beforeAll(() => prepareWorld(world));

const actorFor: Partial<Record<string, PersonName>> = {
  district_officer: "district",
  bureau_officer: "officer2",
  manager: "manager",
};

const bodyIn = (scene: Scene, command: string) => {
  const way = ways[command];
  if (way === undefined) throw new Error(`no way to try ${command}`);
  return way(scene);
};

describe("four eyes", () => {
  const rows = expectedTransitions.filter(({ id, fourEyes }) => fourEyes && id !== "T00");

  it("stands where the domain asks for it", () => {
    expect(rows.map(({ id }) => id)).toEqual(["T05", "T09", "T12", "T30", "T32"]);
  });

  it.each(rows)("$id is refused to whoever filled or confirmed the file", async (row) => {
    const person = actorFor[row.roles[0] ?? ""] ?? "manager";
    const state = row.from[0] ?? "draft";
    const scene = await makeScene(world, state, { here: true });
    const body = await bodyIn(scene, row.command);
    await world.owner.$transaction((tx) =>
      noteHand(tx, scene.id, world.id(person), "confirmed", world.now()),
    );
    const before = await fingerprint(world, { projects: [scene.id] });
    const refused = await attempt(row.command, world.as(person), body);
    expect(refused).toEqual({ status: 403, code: "four_eyes" });
    expect(await fingerprint(world, { projects: [scene.id] })).toEqual(before);
    await world.owner.projectHand.deleteMany({
      where: { projectId: scene.id, userId: world.id(person) },
    });
    expect(await attempt(row.command, world.as(person), body)).toMatchObject({ status: 200 });
  });

  it("keeps a batch of registered projects for a second officer (T00)", async () => {
    const body = await officeWays["application.confirm-registration"]?.(world, "");
    const command = "application.confirm-registration";
    const refused = { status: 403, code: "four_eyes" };
    expect(await attempt(command, world.as("officer"), body)).toEqual(refused);
    expect(
      await attempt("application.reject-registration", world.as("officer"), {
        ...body,
        reason: "重复",
      }),
    ).toEqual(refused);
    expect(await attempt(command, world.as("head"), body)).toMatchObject({ status: 200 });
  });

  it("keeps a decision entered for the manager for a second officer, who is no hand either", async () => {
    const command = "approval.confirm-proxy-decision";
    const scene = await makeScene(world, "decision", { here: true });
    const body = await bodyIn(scene, command);
    const refused = { status: 403, code: "four_eyes" };
    expect(await attempt(command, world.as("officer"), body)).toEqual(refused);
    expect(await attempt(command, world.as("head"), body)).toMatchObject({ status: 200 });
  });

  it("keeps a change from the officer who spoke on it", async () => {
    const scene = await makeScene(world, "active", { here: true });
    const command = "absorption.approve-change";
    const body = { ...(await bodyIn(scene, command)) };
    const changeId = "changeId" in body ? body.changeId : null;
    await opinion(scene, "change_opinion", "agree");
    await world.owner.opinion.updateMany({
      where: { projectId: scene.id, kind: "change_opinion" },
      data: { details: { changeRequestId: String(changeId) } },
    });
    const refused = { status: 403, code: "four_eyes" };
    expect(await attempt(command, world.as("officer2"), body)).toEqual(refused);
    expect(await attempt(command, world.as("head"), body)).toMatchObject({ status: 200 });
  });
});

/** Where the recommending unit is the bureau itself, there is no hop of money through a district. */
const withoutDistrict = ["absorption.pass-on-payment"];

describe("a direct unit", () => {
  const districtOnly = [
    ...expectedTransitions.map((row) => ({ ...row, states: row.from })),
    ...expectedChildren,
  ].flatMap((row) =>
    row.states
      .filter((state) => {
        const roles = row.rolesIn?.[state] ?? row.roles;
        return roles.length === 1 && roles[0] === "district_officer";
      })
      .map((state): [command: string, state: State] => [row.command, state]),
  );

  it.each(districtOnly)(
    "%s in %s falls to an officer other than the case officer",
    async (command, state) => {
      const scene = await makeScene(world, state, { here: true, unit: "direct" });
      await scene.set({ caseOfficerId: world.id("officer") });
      const body = await bodyIn(scene, command);
      for (const person of ["district", "district2"] as const) {
        expect(await attempt(command, world.as(person), body)).toMatchObject({ status: 404 });
      }
      const refused = { status: 403, code: "wrong_role" };
      expect(await attempt(command, world.as("officer"), body)).toEqual(refused);
      expect(await attempt(command, world.as("direct"), body)).toEqual(refused);
      const done = await attempt(command, world.as("officer2"), body);
      expect(done.status, done.code).toBe(withoutDistrict.includes(command) ? 409 : 200);
    },
  );

  it("signs a contract of two parties", async () => {
    const scene = await makeScene(world, "contracting", { here: true, unit: "direct" });
    const command = "approval.sign-contract";
    const papers = await bodyIn(scene, command);
    const sign = async (person: PersonName) =>
      attempt(command, world.as(person), { ...papers, version: await scene.version() });
    expect(await sign("direct")).toMatchObject({ status: 200 });
    expect(await sign("direct")).toMatchObject({ code: "not_your_turn" });
    expect(await sign("district")).toMatchObject({ status: 404 });
    expect(await sign("officer2")).toMatchObject({ status: 200 });
    const force = { projectId: scene.id, version: await scene.version() };
    expect(
      await attempt("approval.bring-contract-into-force", world.as("officer2"), force),
    ).toMatchObject({ status: 200 });
  });
});
