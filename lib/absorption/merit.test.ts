import { describe, expect, it } from "vitest";
import { projectScope } from "@/lib/access/scope";
import { type PersonName, useWorld } from "@/test/world";
import { begin, cell } from "./begin.fixture";
import { giveMeritOpinion } from "./commands/give-merit-opinion";
import { requestMeritOpinion } from "./commands/request-merit-opinion";

const world = useWorld();

async function ask(projectId: string, by: PersonName = "officer", rest: object = {}) {
  const { link } = await cell(world, projectId, 0, "digest");
  return world.run(by, requestMeritOpinion, {
    projectId,
    linkId: link.id,
    version: link.version,
    expertId: world.id("expert1"),
    question: "掌握度是否达到可复现？",
    dueOn: "2026-03-20",
    ...rest,
  });
}

const sees = async (person: PersonName, id: string) =>
  (await world.owner.project.count({
    where: { AND: [{ id }, projectScope(world.as(person))] },
  })) === 1;

describe("an opinion on the merit of a link", () => {
  it("is asked of one expert, who alone sees the project for it and answers", async () => {
    const { id } = await begin(world);
    expect(await sees("expert1", id)).toBe(false);
    await ask(id);
    expect([await sees("expert1", id), await sees("expert2", id)]).toEqual([true, false]);
    const opinion = await world.owner.meritOpinion.findFirstOrThrow({
      where: { projectId: id },
      select: { id: true, version: true },
    });
    const answer = {
      projectId: id,
      opinionId: opinion.id,
      version: opinion.version,
      verdict: "sound",
      text: "数据完整，可以复现。",
    };
    await expect(world.run("expert2", giveMeritOpinion, answer)).rejects.toMatchObject({
      status: 404,
    });
    await expect(world.run("officer", giveMeritOpinion, answer)).rejects.toMatchObject({
      status: 403,
    });
    await world.run("expert1", giveMeritOpinion, answer);
    const { link } = await cell(world, id, 0, "digest");
    expect(link.merit).toMatchObject([{ verdict: "sound", expertName: null, status: "given" }]);
    const open = await world.owner.duty.count({
      where: { projectId: id, kind: "absorption.merit_opinion", status: "open" },
    });
    expect(open).toBe(0);
  });

  it("is refused on an expert with a conflict, on a day gone by and for the unit", async () => {
    const { id } = await begin(world);
    await world.owner.expert.update({
      where: { userId: world.id("expert3") },
      data: { employerUnitId: world.units.first.id },
      select: { userId: true },
    });
    await expect(ask(id, "officer", { expertId: world.id("expert3") })).rejects.toMatchObject({
      details: { fields: { expertId: [{ code: "expert_conflict" }] } },
    });
    await expect(ask(id, "officer", { dueOn: "2026-03-01" })).rejects.toMatchObject({
      details: { fields: { dueOn: [{ code: "in_the_past" }] } },
    });
    await expect(ask(id, "enterprise")).rejects.toMatchObject({ status: 403 });
  });
});
