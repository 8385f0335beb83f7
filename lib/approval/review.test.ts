import { describe, expect, it } from "vitest";
import { query } from "@/lib/kernel/query";
import { type InsertedProject, type PersonName, useWorld } from "@/test/world";
import { concludeReview } from "./commands/conclude-review";
import { declareInterest } from "./commands/declare-interest";
import { formReviewPanel } from "./commands/form-panel";
import { orderSecondReview } from "./commands/order-second-review";
import { replaceExpert } from "./commands/replace-expert";
import { saveReview } from "./commands/save-review";
import { submitReview } from "./commands/submit-review";
import { mergedReview, panelsOf } from "./queries";
import { myReviewSheet, mySeats } from "./sheet-queries";

const world = useWorld();

const refused = (status: number, code: string) => expect.objectContaining({ status, code });
const fieldRefused = (field: string, code: string) =>
  expect.objectContaining({
    status: 422,
    details: { fields: { [field]: expect.arrayContaining([expect.objectContaining({ code })]) } },
  });

const seatOf = (project: InsertedProject, person: PersonName) =>
  world.owner.assignment.findFirstOrThrow({
    where: { projectId: project.id, expertId: world.id(person) },
    orderBy: { seat: "desc" },
    select: { id: true, version: true, status: true, total: true },
  });

const onSeat = async (project: InsertedProject, person: PersonName) => {
  const seat = await seatOf(project, person);
  return { projectId: project.id, assignmentId: seat.id, assignmentVersion: seat.version };
};

const sheet = (innovation: number) => ({
  scores: [
    { code: "innovation", score: innovation },
    { code: "necessity", score: 80 },
    { code: "feasibility", score: 80 },
  ],
  comment: "合作基础扎实",
});

const accept = async (project: InsertedProject, person: PersonName) =>
  world.run(person, declareInterest, {
    ...(await onSeat(project, person)),
    answer: "accept",
    conflicts: [],
    checked: true,
  });

const submit = async (project: InsertedProject, person: PersonName, innovation = 80) =>
  world.run(person, submitReview, {
    ...(await onSeat(project, person)),
    ...sheet(innovation),
    verdict: "recommend",
  });

const openDuties = (project: InsertedProject, kind: string) =>
  world.owner.duty.findMany({
    where: { projectId: project.id, kind, status: "open" },
    select: { holderRole: true, holderUserId: true },
  });

describe("forming a panel", () => {
  const form = (project: InsertedProject, experts: PersonName[], by: PersonName = "officer") =>
    world.run(by, formReviewPanel, {
      projectId: project.id,
      route: "online",
      expertIds: experts.map((one) => world.id(one)),
    });

  it("seats three strangers and opens no duty before the review begins", async () => {
    const project = await world.project({ state: "formal_review" });
    await form(project, ["expert1", "expert2", "expert3"]);
    expect(await world.owner.assignment.count({ where: { projectId: project.id } })).toBe(3);
    expect(await openDuties(project, "approval.declare-interest")).toEqual([]);
    await expect(form(project, ["expert1", "expert2", "expert4"])).rejects.toEqual(
      refused(409, "panel_already_formed"),
    );
  });

  it("refuses too few, the unit's own people, those tied, under a case or to be avoided", async () => {
    const project = await world.project({
      state: "formal_review",
      content: { avoidExperts: [world.id("expert5")] },
    });
    await expect(form(project, ["expert1", "expert2"])).rejects.toEqual(
      fieldRefused("expertIds", "panel_too_small"),
    );
    await expect(form(project, ["expert1", "expert2", "expert5"])).rejects.toEqual(
      fieldRefused("expertIds", "expert_avoided"),
    );
    await expect(form(project, ["expert1", "expert2", "officer"])).rejects.toEqual(
      fieldRefused("expertIds", "expert_unknown"),
    );
    const tie = await world.owner.expertConflict.create({
      data: {
        id: crypto.randomUUID(),
        expertId: world.id("expert4"),
        unitId: world.units.first.id,
        kind: "paid_work",
        validFrom: new Date("2025-01-01"),
        validTo: new Date("2026-03-02"),
      },
      select: { id: true },
    });
    await expect(form(project, ["expert1", "expert2", "expert4"])).rejects.toEqual(
      fieldRefused("expertIds", "expert_conflict"),
    );
    await world.owner.expertConflict.update({
      where: { id: tie.id },
      data: { validTo: new Date("2026-03-01") },
      select: { id: true },
    });
    await form(project, ["expert1", "expert2", "expert4"]);
  });

  it("is the bureau's, before the review or for a second one", async () => {
    const project = await world.project({ state: "formal_review" });
    const three: PersonName[] = ["expert1", "expert2", "expert3"];
    await expect(form(project, three, "manager")).rejects.toEqual(refused(403, "wrong_role"));
    const running = await world.project({ state: "expert_review" });
    await expect(form(running, three)).rejects.toEqual(refused(409, "wrong_state"));
  });
});

describe("a review", () => {
  it("goes through recusal, replacement and the last sheet to the manager", async () => {
    const project = await world.project({ state: "expert_review" });
    await accept(project, "expert1");
    await submit(project, "expert1", 90);
    await accept(project, "expert2");
    await submit(project, "expert2", 60);

    await world.run("expert3", declareInterest, {
      ...(await onSeat(project, "expert3")),
      answer: "recuse",
      conflicts: ["joint_work"],
      reason: "三年内合作发表论文",
      checked: true,
    });
    expect(await openDuties(project, "approval.replace-expert")).toEqual([
      { holderRole: "bureau_officer", holderUserId: world.id("officer") },
    ]);
    const conclude = {
      projectId: project.id,
      version: project.version,
      verdict: "recommend",
      summary: "建议立项",
    };
    await expect(world.run("officer", concludeReview, conclude)).rejects.toEqual(
      refused(409, "review_quorum"),
    );

    const recused = await onSeat(project, "expert3");
    const replace = (expert: PersonName) =>
      world.run("officer", replaceExpert, {
        ...recused,
        expertId: world.id(expert),
        reason: "原专家回避",
      });
    await expect(replace("expert1")).rejects.toEqual(fieldRefused("expertId", "expert_twice"));
    await replace("expert4");
    expect(await openDuties(project, "approval.replace-expert")).toEqual([]);
    await expect(replace("expert5")).rejects.toEqual(refused(409, "version_conflict"));
    await expect(world.run("officer", concludeReview, conclude)).rejects.toEqual(
      refused(409, "all_sheets_in"),
    );

    await accept(project, "expert4");
    await submit(project, "expert4", 75);
    expect(await openDuties(project, "approval.conclude-review")).toHaveLength(1);
    await world.run("officer", concludeReview, conclude);

    const merged = await query(world.as("officer"), (tx) =>
      mergedReview(tx, world.as("officer"), project.id),
    );
    expect(merged).toMatchObject({ mean: "78.50", verdict: "recommend", flagged: false });
    expect(await openDuties(project, "approval.conclude-review")).toEqual([]);
    expect(await openDuties(project, "state.decision")).toHaveLength(1);
  });

  it("lets nobody score before declaring, twice, out of bounds or for another", async () => {
    const project = await world.project({ state: "expert_review" });
    await expect(submit(project, "expert1")).rejects.toEqual(refused(409, "interest_not_declared"));
    await accept(project, "expert1");
    await expect(submit(project, "expert1", 101)).rejects.toEqual(
      fieldRefused("scores.0.score", "score_out_of_bounds"),
    );
    const foreign = await onSeat(project, "expert2");
    await expect(
      world.run("expert1", submitReview, { ...foreign, ...sheet(80), verdict: "recommend" }),
    ).rejects.toEqual(refused(404, "not_found"));
    await submit(project, "expert1");
    await expect(submit(project, "expert1")).rejects.toEqual(
      refused(409, "sheet_already_submitted"),
    );
    const own = await onSeat(project, "expert2");
    await expect(
      world.run("expert2", declareInterest, {
        ...own,
        answer: "accept",
        conflicts: ["equity"],
        checked: true,
      }),
    ).rejects.toEqual(fieldRefused("answer", "tie_declared"));
  });

  it("keeps drafts by version and without events", async () => {
    const project = await world.project({ state: "expert_review" });
    await accept(project, "expert1");
    const seat = await onSeat(project, "expert1");
    const events = await world.owner.event.count();
    await world.run("expert1", saveReview, { ...seat, scores: [], comment: "草稿" });
    await expect(
      world.run("expert1", saveReview, { ...seat, scores: [], comment: "旧稿" }),
    ).rejects.toEqual(refused(409, "version_conflict"));
    expect(await world.owner.event.count()).toBe(events + 1);
    const [panel] = await query(world.as("officer"), (tx) =>
      panelsOf(tx, world.as("officer"), project.id, world.now()),
    );
    expect(panel?.seats.map(({ comment }) => comment)).toEqual([null, null, null]);
  });

  it("replaces a silent expert only when the time is over", async () => {
    const project = await world.project({ state: "expert_review" });
    const seat = await onSeat(project, "expert2");
    const replace = () =>
      world.run("officer", replaceExpert, {
        ...seat,
        expertId: world.id("expert5"),
        reason: "逾期未评",
      });
    await expect(replace()).rejects.toEqual(refused(409, "seat_not_replaceable"));
    world.setClock("2026-04-01T02:00:00Z");
    await replace();
    world.setClock("2026-03-02T02:00:00Z");
    const own = await query(world.as("expert2"), (tx) => mySeats(tx, world.as("expert2")));
    expect(own.map(({ projectId }) => projectId)).not.toContain(project.id);
  });
});

describe("who sees what", () => {
  it("shows experts their own sheet only, and applicants no expert at all", async () => {
    const project = await world.project({
      state: "expert_review",
      content: {
        summary: "聚焦超声",
        investigator: { name: "周敏", phone: "13800000000" },
        avoidExperts: [world.id("expert6")],
      },
    });
    const own = await seatOf(project, "expert1");
    const foreign = await seatOf(project, "expert2");
    const actor = world.as("expert1");
    const seen = await query(actor, (tx) => myReviewSheet(tx, actor, own.id));
    expect(seen?.criteria).toHaveLength(3);
    const text = JSON.stringify(seen);
    expect(text).toContain("聚焦超声");
    for (const hidden of ["专家二", "专家三", "13800000000", world.id("expert6")]) {
      expect(text).not.toContain(hidden);
    }
    expect(await query(actor, (tx) => myReviewSheet(tx, actor, foreign.id))).toBeNull();
    for (const person of ["enterprise", "district", "expert1", "auditor"] as const) {
      const other = world.as(person);
      expect(await query(other, (tx) => panelsOf(tx, other, project.id, world.now()))).toEqual([]);
    }
  });

  it("gives the applicant the merged result only after the decision, and the auditor names then", async () => {
    const project = await world.project({ state: "expert_review" });
    for (const one of ["expert1", "expert2", "expert3"] as const) {
      await accept(project, one);
      await submit(project, one);
    }
    await world.run("officer", concludeReview, {
      projectId: project.id,
      version: project.version,
      verdict: "recommend",
      summary: "内部意见",
    });
    const applicant = world.as("enterprise");
    const merged = () => query(applicant, (tx) => mergedReview(tx, applicant, project.id));
    expect(await merged()).toBeNull();
    await world.owner.project.update({
      where: { id: project.id },
      data: { state: "publicity" },
      select: { id: true },
    });
    expect(await merged()).toMatchObject({ mean: "80.00", text: null, byName: null });
    const auditor = world.as("auditor");
    const panels = await query(auditor, (tx) => panelsOf(tx, auditor, project.id, world.now()));
    expect(panels[0]?.seats).toHaveLength(3);
    const leaked = await world.owner.event.count({
      where: { projectId: project.id, audience: "parties", actorId: { in: [world.id("expert1")] } },
    });
    expect(leaked).toBe(0);
  });
});

it("orders a second review with a new panel", async () => {
  const project = await world.project({ state: "decision" });
  const order = {
    projectId: project.id,
    version: 1,
    minutesNumber: "〔2026〕3号",
    reason: "分歧大",
  };
  await expect(world.run("manager", orderSecondReview, order)).rejects.toEqual(
    refused(409, "new_panel_formed"),
  );
  await world.run("officer", formReviewPanel, {
    projectId: project.id,
    route: "online",
    expertIds: (["expert4", "expert5", "expert6"] as const).map((one) => world.id(one)),
  });
  await world.run("manager", orderSecondReview, order);
  const duties = await openDuties(project, "approval.declare-interest");
  expect(duties.map(({ holderUserId }) => holderUserId).sort()).toEqual(
    (["expert4", "expert5", "expert6"] as const).map((one) => world.id(one)).sort(),
  );
  await accept(project, "expert4");
});
