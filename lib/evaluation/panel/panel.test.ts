import { describe, expect, it } from "vitest";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import {
  formPanel,
  type Life,
  lifeOf,
  panelOfFive,
  signOpinion,
  submitFile,
} from "../life.fixture";
import { acceptanceOfProject } from "../queries";
import { opinionPaperOf } from "./opinion-paper";
import { readDraw, repeatsAlike } from "./record";

const world = useWorld();

/** A project in review without a panel. */
async function admitted(): Promise<Life> {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await life.step("enterprise", "apply-for-acceptance");
  await submitFile(world, life);
  await life.run("district", "confirm-acceptance-file", {
    acceptanceVersion: (await life.acceptance()).version,
    opinion: "材料属实",
  });
  await life.step("officer", "admit-acceptance");
  return life;
}

async function voted(): Promise<Life> {
  const life = await admitted();
  await formPanel(world, life);
  for (const expert of panelOfFive) await life.vote(expert, "passed");
  return life;
}

const panelRow = (life: Life) =>
  world.owner.panel.findFirstOrThrow({
    where: { projectId: life.projectId, purpose: "acceptance" },
    orderBy: { round: "desc" },
    select: {
      id: true,
      version: true,
      draw: true,
      formedReason: true,
      opinion: true,
      assignments: {
        orderBy: { seat: "asc" },
        select: { id: true, expertId: true, status: true, lead: true, version: true },
      },
    },
  });

const openDuties = (life: Life, verb: string) =>
  world.owner.duty.count({
    where: { projectId: life.projectId, kind: `evaluation.${verb}`, status: "open" },
  });

const nameOf = (expertId: string): PersonName => {
  const people = ["expert1", "expert2", "expert3", "expert4", "expert5", "expert6"] as const;
  const found = people.find((one) => world.id(one) === expertId);
  if (found === undefined) throw new Error("drawn from outside the bank");
  return found;
};

const draft = async (life: Life, person: PersonName, opinion = "同意通过验收。") =>
  life.run(person, "draft-acceptance-opinion", {
    panelVersion: (await life.panel()).version,
    verdict: "passed",
    opinion,
  });

const propose = async (life: Life, rest: object = {}) =>
  life.run("officer", "propose-result", {
    acceptanceVersion: (await life.acceptance()).version,
    result: "passed",
    opinion: "建议通过",
    reason: "专家一致意见",
    ...rest,
  });

describe("drawing the acceptance's panel", () => {
  it("seats a panel whose draw repeats alike, and replaces who steps back by the next lot", async () => {
    const life = await admitted();
    await life.run("officer", "draw-acceptance-panel", { wished: ["SOLAR"] });
    const before = await panelRow(life);
    const record = readDraw(before.draw);
    expect(record?.drawn).toEqual(before.assignments.map(({ expertId }) => expertId));
    expect(record && repeatsAlike(record)).toBe(true);
    expect(before.assignments.map(({ lead }) => lead)).toEqual([true, false, false, false, false]);
    const [leader] = before.assignments;
    if (leader === undefined) throw new Error("nobody was drawn");
    await life.run(nameOf(leader.expertId), "decline-acceptance-seat", {
      assignmentId: leader.id,
      assignmentVersion: leader.version,
      cause: "time",
      reason: "出国访问",
    });
    const after = await panelRow(life);
    const replaced = readDraw(after.draw);
    const newcomer = after.assignments.at(-1);
    expect(after.assignments).toHaveLength(6);
    expect(newcomer).toMatchObject({ status: "invited", lead: true });
    expect(replaced?.replacements.map(({ drawn }) => drawn)).toEqual([newcomer?.expertId]);
    expect(replaced && repeatsAlike(replaced)).toBe(true);
    expect(replaced && repeatsAlike({ ...replaced, seed: "other" })).toBe(false);
    expect(await openDuties(life, "cast-acceptance-vote")).toBe(5);
  });

  it("draws nobody with a conflict, and refuses by name where too few are left", async () => {
    const life = await admitted();
    const tie = {
      id: "018f0000-0000-7000-8000-00000000c0de",
      expertId: world.id("expert2"),
      unitId: world.units.first.id,
      kind: "joint_work",
      validFrom: new Date("2025-01-01"),
    };
    await world.owner.expertConflict.create({ data: tie, select: { id: true } });
    await life.run("officer", "draw-acceptance-panel");
    const { draw, assignments } = await panelRow(life);
    expect(assignments.map(({ expertId }) => expertId)).not.toContain(world.id("expert2"));
    expect(readDraw(draw)?.excluded).toEqual({ tie: 1 });
    const other = await admitted();
    const inactive = { where: { userId: world.id("expert3") }, data: { status: "inactive" } };
    await world.owner.expert.updateMany(inactive);
    await expect(other.run("officer", "draw-acceptance-panel")).rejects.toMatchObject({
      status: 409,
      code: "draw_pool_too_small",
      details: { params: { need: 5, available: 4 } },
    });
    await world.owner.expert.updateMany({ data: { finance: false } });
    await expect(other.run("officer", "draw-acceptance-panel")).rejects.toMatchObject({
      code: "draw_pool_without_finance",
    });
    await world.owner.expert.updateMany({
      where: { userId: { in: [world.id("expert5"), world.id("expert6")] } },
      data: { finance: true },
    });
    await world.owner.expert.updateMany({ ...inactive, data: { status: "active" } });
    await world.owner.expertConflict.delete({ where: { id: tie.id }, select: { id: true } });
  });

  it("lets one of two who draw at once win, and refuses odd wishes", async () => {
    const life = await admitted();
    await expect(life.run("officer", "draw-acceptance-panel", { seats: 6 })).rejects.toMatchObject({
      details: { fields: { seats: [{ code: "panel_not_odd" }] } },
    });
    await expect(life.run("officer", "draw-acceptance-panel", { seats: 3 })).rejects.toMatchObject({
      details: { fields: { seats: [{ code: "panel_too_small" }] } },
    });
    await expect(life.run("district", "draw-acceptance-panel")).rejects.toMatchObject({
      status: 403,
    });
    const both = await Promise.allSettled([
      life.run("officer", "draw-acceptance-panel"),
      life.run("head", "draw-acceptance-panel"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "acceptance_panel_formed" },
    });
  });

  it("asks a reason for a panel by hand, whose free seat waits for the bureau", async () => {
    const life = await admitted();
    const expertIds = panelOfFive.map((expert) => world.id(expert));
    await expect(life.run("officer", "form-acceptance-panel", { expertIds })).rejects.toMatchObject(
      { status: 422 },
    );
    await expect(
      life.run("officer", "form-acceptance-panel", {
        expertIds,
        leaderId: world.id("expert5"),
        reason: "本领域专家少",
      }),
    ).rejects.toMatchObject({
      details: { fields: { leaderId: [{ code: "leader_not_in_panel" }] } },
    });
    await formPanel(world, life);
    const { draw, formedReason, assignments } = await panelRow(life);
    expect({ draw, formedReason }).toMatchObject({ draw: null, formedReason: expect.any(String) });
    const [, second] = assignments;
    await life.run("expert2", "decline-acceptance-seat", {
      assignmentId: second?.id,
      assignmentVersion: second?.version,
      cause: "conflict",
      reason: "与项目负责人有合作",
    });
    const duty = { projectId: life.projectId, kind: "approval.replace-expert", status: "open" };
    expect(await world.owner.duty.count({ where: duty })).toBe(1);
    const ties = { expertId: world.id("expert2"), unitId: world.units.first.id };
    expect(await world.owner.expertConflict.count({ where: ties })).toBe(1);
    await world.owner.expertConflict.deleteMany({ where: ties });
    const shown = await query(world.as("officer"), (tx) =>
      acceptanceOfProject(tx, world.as("officer"), life.projectId, world.now()),
    );
    expect(shown?.seats.flatMap(({ actions }) => actions)).toEqual(["approval.replace-expert"]);
    await expect(
      life.run("expert2", "decline-acceptance-seat", {
        assignmentId: second?.id,
        assignmentVersion: second?.version,
        cause: "time",
        reason: "又一次",
      }),
    ).rejects.toMatchObject({ code: "seat_given_back" });
    await expect(
      life.run("expert5", "decline-acceptance-seat", {
        assignmentId: assignments[2]?.id,
        assignmentVersion: 1,
        cause: "time",
        reason: "别人的席位",
      }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it("names another leader and the meeting before the first vote only", async () => {
    const life = await admitted();
    await formPanel(world, life);
    const { assignments, version } = await panelRow(life);
    const meeting = {
      panelVersion: version,
      meetingAt: "2026-05-08T01:00:00.000Z",
      meetingPlace: "市科技局三楼会议室",
    };
    await life.run("officer", "call-acceptance-meeting", meeting);
    await expect(life.run("officer", "call-acceptance-meeting", meeting)).rejects.toMatchObject({
      code: "version_conflict",
    });
    const unit = await query(world.as("enterprise"), (tx) =>
      acceptanceOfProject(tx, world.as("enterprise"), life.projectId, world.now()),
    );
    expect(unit?.panel).toMatchObject({ meetingPlace: "市科技局三楼会议室", draw: null });
    await life.run("officer", "name-panel-leader", { assignmentId: assignments[2]?.id });
    expect((await panelRow(life)).assignments.map(({ lead }) => lead)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
    await life.vote("expert1", "passed");
    await expect(
      life.run("officer", "name-panel-leader", { assignmentId: assignments[1]?.id }),
    ).rejects.toMatchObject({ code: "voting_begun" });
  });
});

describe("the panel's opinion", () => {
  it("is written by the leader after the last vote and signed by each in his own name", async () => {
    const life = await admitted();
    await formPanel(world, life);
    for (const expert of panelOfFive.slice(1)) await life.vote(expert, "passed");
    await expect(draft(life, "expert1")).rejects.toMatchObject({ code: "acceptance_votes_in" });
    expect(await openDuties(life, "draft-acceptance-opinion")).toBe(0);
    await life.vote("expert1", "passed");
    expect(await openDuties(life, "draft-acceptance-opinion")).toBe(1);
    await expect(draft(life, "expert2")).rejects.toMatchObject({ code: "not_panel_leader" });
    await expect(draft(life, "expert5")).rejects.toMatchObject({ status: 404 });
    await expect(life.sign("expert2")).rejects.toMatchObject({ code: "opinion_not_drafted" });
    await draft(life, "expert1");
    expect(await openDuties(life, "draft-acceptance-opinion")).toBe(0);
    expect(await openDuties(life, "sign-acceptance-opinion")).toBe(5);
    await expect(life.sign("expert2", { signedName: "专家三" })).rejects.toMatchObject({
      details: { fields: { signedName: [{ code: "name_differs" }] } },
    });
    const third = (await panelRow(life)).assignments[2];
    await expect(
      life.sign("expert2", { assignmentId: third?.id, assignmentVersion: third?.version }),
    ).rejects.toMatchObject({ status: 404 });
    await life.sign("expert2", { reservation: "测试样本偏少" });
    await expect(life.sign("expert2")).rejects.toMatchObject({ code: "opinion_signed" });
    expect(await openDuties(life, "sign-acceptance-opinion")).toBe(4);
  });

  it("goes up signed by all, or by more than half with a reason", async () => {
    const life = await voted();
    await expect(propose(life)).rejects.toMatchObject({ code: "opinion_not_drafted" });
    await draft(life, "officer");
    for (const expert of ["expert1", "expert2"] as const) await life.sign(expert);
    await expect(propose(life, { unsignedReason: "联系不上" })).rejects.toMatchObject({
      code: "opinion_unsigned",
    });
    await life.sign("expert3");
    await expect(propose(life)).rejects.toMatchObject({
      details: { fields: { unsignedReason: [{ code: "signatures_missing" }] } },
    });
    await propose(life, { unsignedReason: "两位专家出国，电话确认同意" });
    expect(await openDuties(life, "sign-acceptance-opinion")).toBe(0);
    await expect(life.sign("expert4")).rejects.toMatchObject({ code: "opinion_in_use" });
    const { voteSummary } = await world.owner.acceptance.findUniqueOrThrow({
      where: { projectId: life.projectId },
      select: { voteSummary: true },
    });
    expect(voteSummary).toMatchObject({ passed: 5, signed: 3, voted: 5 });
  });

  it("is signed anew when its text changes, and nobody signs a text that he has not read", async () => {
    const life = await voted();
    await draft(life, "expert1");
    await life.sign("expert1");
    const { version } = await life.panel();
    await draft(life, "officer", "同意通过验收，建议补充说明推广计划。");
    expect(await openDuties(life, "sign-acceptance-opinion")).toBe(5);
    await expect(life.sign("expert2", { panelVersion: version })).rejects.toMatchObject({
      code: "version_conflict",
    });
    await expect(propose(life)).rejects.toMatchObject({ code: "opinion_unsigned" });
    await signOpinion(life, "passed");
    await propose(life);
  });

  it("is a paper for officials and members at once, for the unit with the result", async () => {
    const life = await voted();
    const paper = (person: PersonName) =>
      query(world.as(person), (tx) =>
        opinionPaperOf(tx, world.as(person), life.projectId, world.now()),
      );
    await expect(paper("officer")).resolves.toBeNull();
    await signOpinion(life, "passed", panelOfFive.slice(0, 3));
    await expect(paper("officer")).resolves.toMatchObject({
      panel: { signed: 3, voted: 5, drawn: false },
      votes: { passed: 5 },
      completion: expect.stringMatching(/^\d+\.\d\d$/),
      result: null,
    });
    await expect(paper("expert2")).resolves.toMatchObject({ opinion: { verdict: "passed" } });
    await expect(paper("enterprise")).resolves.toBeNull();
    await expect(paper("expert5")).resolves.toBeNull();
    await propose(life, { unsignedReason: "两位专家出国" });
    await life.step("manager", "issue-acceptance-result");
    await expect(paper("enterprise")).resolves.toMatchObject({
      result: "passed",
      seats: panelOfFive.map((expert) => ({ expertName: world.as(expert).name })),
    });
    await expect(paper("enterprise2")).resolves.toBeNull();
  });
});
