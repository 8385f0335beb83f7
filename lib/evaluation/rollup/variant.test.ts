import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { commandNamed } from "@/lib/commands/registry";
import { loadReference } from "@/lib/reference/load";
import { useWorld } from "@/test/world";
import { lifeOf, returnSelf, submitSelf, toResult, toReview } from "../life.fixture";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

async function run(verb: string, body: object): Promise<unknown> {
  const command = commandNamed(`rollup.${verb}`);
  if (command === null) throw new Error(`no command rollup.${verb}`);
  return world.run("officer", command, body);
}

it("an evaluation follows its budget item until it is handed in", async () => {
  const answer = await run("create-item", {
    code: "GJHZ-02",
    zh: "国际科技合作专项",
    en: "International cooperation fund",
    fund: "市科技发展资金",
    reverseVariant: "ratio",
    validFrom: "2026-01-01",
  });
  const { budgetItemId } = z.object({ budgetItemId: z.string() }).parse(answer);
  const { id } = await world.project({ state: "active" });
  const life = lifeOf(world, id);
  await toReview(world, life);
  await toResult(life, "passed");
  await returnSelf(life);
  await world.owner.project.update({
    where: { id },
    data: { callId: null },
    select: { id: true },
  });
  const evaluation = () =>
    world.owner.evaluation.findFirstOrThrow({
      where: { projectId: id },
      select: { reverseVariant: true, version: true },
    });
  const members = async (projectIds: string[]) => {
    const { version } = await world.owner.budgetItem.findUniqueOrThrow({
      where: { id: budgetItemId },
      select: { version: true },
    });
    await run("set-members", { budgetItemId, version, callIds: [], projectIds });
    return evaluation();
  };
  const before = await evaluation();
  expect(before.reverseVariant).toBe("linear");
  expect(await members([id])).toEqual({ reverseVariant: "ratio", version: before.version + 1 });
  expect(await members([id])).toEqual({ reverseVariant: "ratio", version: before.version + 1 });
  expect(await members([])).toMatchObject({ reverseVariant: "linear" });
  await members([id]);
  await submitSelf(life);
  const n1 = await world.owner.evaluationLine.findFirstOrThrow({
    where: { projectId: id, indicatorCode: "N1" },
    select: { selfScore: true },
  });
  expect(n1.selfScore?.toFixed(2)).toBe("2.73");
  expect(await members([])).toMatchObject({ reverseVariant: "ratio" });
});
