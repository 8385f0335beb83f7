import { beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "@/lib/audit/verify";
import { auditKey } from "@/lib/kernel/env";
import type { State } from "@/lib/lifecycle/states";
import { type PersonName, useWorld } from "@/test/world";
import { attempt, newestEvent, type Result } from "./watch";
import { ways } from "./ways";
import { makeScene, prepareWorld, type Scene } from "./ways/scene";

const world = useWorld();
beforeAll(() => prepareWorld(world));

const callers = 8;

async function bodyOf(command: string, state: State): Promise<{ scene: Scene; body: object }> {
  const way = ways[command];
  if (way === undefined) throw new Error(`no way to try ${command}`);
  const scene = await makeScene(world, state, { here: true });
  return { scene, body: await way(scene) };
}

const count = (results: readonly Result[], status: number) =>
  results.filter((result) => result.status === status).length;

const eventsSince = (seq: bigint, command: string, outcome: string) =>
  world.owner.event.count({ where: { seq: { gt: seq }, command, outcome } });

const races: readonly [command: string, state: State, people: readonly PersonName[]][] = [
  ["application.submit", "draft", ["enterprise"]],
  ["application.recommend", "district_review", ["district"]],
  ["approval.propose-approval", "decision", ["manager"]],
  ["approval.bring-contract-into-force", "contracting", ["officer", "officer2", "head"]],
  ["approval.sign-contract", "contracting", ["enterprise"]],
  ["approval.submit-review", "expert_review", ["expert1"]],
  ["absorption.terminate", "active", ["manager"]],
  ["absorption.approve-change", "active", ["officer", "officer2", "head"]],
  ["absorption.confirm-link", "active", ["district"]],
  ["absorption.issue-payment", "active", ["officer", "officer2", "head"]],
  ["absorption.confirm-incentive", "active", ["officer", "officer2", "head"]],
  ["absorption.claim-incentive", "active", ["enterprise"]],
  ["absorption.confirm-receipt", "active", ["enterprise"]],
  ["absorption.submit-report", "active", ["enterprise"]],
  ["evaluation.issue-acceptance-result", "acceptance_review", ["manager"]],
  ["evaluation.finalise-grade", "evaluation", ["manager"]],
  ["evaluation.close-tracking-report", "tracking", ["officer", "officer2", "head"]],
];

/** Whoever has recommended is a hand of the file from then on: four-eyes stands before the state. */
const handOfItsOwn = "application.recommend";

describe("eight callers at once on one record", () => {
  it.each(races)("%s: exactly one wins, the others are told", async (command, state, people) => {
    const { body } = await bodyOf(command, state);
    const { seq } = await newestEvent(world);
    const results = await Promise.all(
      Array.from({ length: callers }, (_, at) =>
        attempt(command, world.as(people[at % people.length] ?? "officer"), body),
      ),
    );
    expect(count(results, 200), JSON.stringify(results)).toBe(1);
    const told = command === handOfItsOwn ? 403 : 409;
    expect(count(results, told), JSON.stringify(results)).toBe(callers - 1);
    expect(await eventsSince(seq, command, "done")).toBe(1);
    expect(await eventsSince(seq, command, "refused")).toBe(callers - 1);
  });
});

describe("one idempotency key", () => {
  const command = "absorption.propose-suspension";
  const officer = () => world.as("officer");

  it("makes of eight sendings one deed, and answers all", async () => {
    const { scene, body } = await bodyOf(command, "active");
    const { seq } = await newestEvent(world);
    const results = await Promise.all(
      Array.from({ length: callers }, () => attempt(command, officer(), body, "key-of-one-deed")),
    );
    expect(count(results, 200)).toBe(callers);
    expect(await eventsSince(seq, command, "done")).toBe(1);
    const opinions = { projectId: scene.id, kind: "suspension_proposal" };
    expect(await world.owner.opinion.count({ where: opinions })).toBe(1);
  });

  it("refuses another body, also at the same instant, and is each actor's own", async () => {
    const { body } = await bodyOf(command, "active");
    const other = { ...body, text: "另一理由" };
    const results = await Promise.all(
      [body, other].map((each) => attempt(command, officer(), each, "key-of-two-bodies")),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(results.find(({ status }) => status === 422)?.code).toBe("idempotency_key_reused");
    const stranger = await attempt(command, world.as("officer2"), other, "key-of-two-bodies");
    expect(stranger.code).toBe("suspension_already_proposed");
  });
});

describe("limits over several projects", () => {
  const together = async (command: string, state: State, person: PersonName, projects = 4) => {
    const bodies: object[] = [];
    for (let at = 0; at < projects; at += 1) bodies.push((await bodyOf(command, state)).body);
    return {
      bodies,
      race: () => Promise.all(bodies.map((body) => attempt(command, world.as(person), body))),
    };
  };
  const setCall = (data: object) =>
    world.owner.call.update({
      where: { id: world.reference.call },
      data,
      select: { id: true },
    });
  const clearCall = () =>
    world.owner.project.updateMany({
      where: { callId: world.reference.call },
      data: { callId: null },
    });

  it("gives away no more than the call's budget", async () => {
    await clearCall();
    const { race } = await together("approval.propose-approval", "decision", "manager");
    await setCall({ budget: "1100000" });
    const results = await race();
    expect(count(results, 200), JSON.stringify(results)).toBe(2);
    expect(count(results, 422)).toBe(2);
    await setCall({ budget: "900000000000" });
  });

  it("recommends no more than the district's quota", async () => {
    await clearCall();
    const { race } = await together("application.recommend", "district_review", "district");
    const where = { callId: world.reference.call, districtId: "320412" };
    await world.owner.callQuota.create({ data: { ...where, quota: 2 }, select: { quota: true } });
    const results = await race();
    await world.owner.callQuota.deleteMany({ where });
    expect(count(results, 200), JSON.stringify(results)).toBe(2);
    expect(count(results, 409)).toBe(2);
  });

  it("takes in no more than a unit may submit", async () => {
    await clearCall();
    const { race } = await together("application.submit", "draft", "enterprise");
    await setCall({ maxPerUnit: 2 });
    const results = await race();
    await setCall({ maxPerUnit: 1_000_000 });
    expect(count(results, 200), JSON.stringify(results)).toBe(2);
    expect(count(results, 409)).toBe(2);
  });

  it("numbers projects and certificates without a gap or a double", async () => {
    const submits = await together("application.submit", "draft", "enterprise", callers);
    expect(count(await submits.race(), 200)).toBe(callers);
    const results = await together(
      "evaluation.issue-acceptance-result",
      "acceptance_review",
      "manager",
      callers,
    );
    const answers = await results.race();
    expect(count(answers, 200), JSON.stringify(answers)).toBe(callers);
  });

  it("pays no more than the grant", async () => {
    const { scene, body } = await bodyOf("absorption.issue-payment", "active");
    const way = ways["absorption.issue-payment"];
    const second = await way?.(scene);
    await scene.set({ grantAmount: "150000" });
    const results = await Promise.all(
      [body, second].map((each) => attempt("absorption.issue-payment", world.as("officer"), each)),
    );
    expect(results.map(({ status, code }) => `${status} ${code}`).sort()).toEqual([
      "200 ",
      "409 over_grant",
    ]);
  });
});

it("leaves a chain that verifies", async () => {
  expect(await verifyChain(world.owner, auditKey())).toMatchObject({ ok: true });
});
