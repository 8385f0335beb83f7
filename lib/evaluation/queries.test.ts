import { describe, expect, it } from "vitest";
import { query } from "@/lib/kernel/query";
import { type PersonName, useWorld } from "@/test/world";
import {
  audit,
  lifeOf,
  panelOfFive,
  returnSelf,
  signOpinion,
  submitSelf,
  toResult,
  toReview,
} from "./life.fixture";
import { acceptanceOfProject, evaluationForm, trackingReports } from "./queries";
import { evaluationReport } from "./report";

const world = useWorld();

const running = async () => lifeOf(world, (await world.project({ state: "active" })).id);

const read = {
  acceptance: (person: PersonName, id: string) =>
    query(world.as(person), (tx) => acceptanceOfProject(tx, world.as(person), id, world.now())),
  form: (person: PersonName, id: string) =>
    query(world.as(person), (tx) => evaluationForm(tx, world.as(person), id, world.now())),
  report: (person: PersonName, id: string) =>
    query(world.as(person), (tx) => evaluationReport(tx, world.as(person), id, world.now())),
};

describe("the acceptance as its page shows it", () => {
  it("names the experts, and shows their votes to the unit only with the result", async () => {
    const life = await running();
    await toReview(world, life);
    for (const expert of panelOfFive.slice(0, 4)) await life.vote(expert, "passed");
    const early = await read.acceptance("expert1", life.projectId);
    expect(early?.seats.filter((seat) => seat.verdict !== null)).toHaveLength(1);
    await life.vote("expert6", "passed");
    await signOpinion(life, "passed");
    const official = await read.acceptance("officer", life.projectId);
    expect(official?.votes).toMatchObject({ passed: 5 });
    expect(official?.actions).toContain("evaluation.propose-result");
    expect(official?.basis).toMatchObject({ rule: "rectify", causes: [] });
    const unit = await read.acceptance("enterprise", life.projectId);
    expect(unit?.seats.map((seat) => seat.expertName)).toHaveLength(5);
    expect(unit?.seats.every((seat) => seat.verdict === null && seat.comment === null)).toBe(true);
    expect(unit).toMatchObject({ votes: null, basis: null, actions: [] });
    const expert = await read.acceptance("expert1", life.projectId);
    expect(expert).toMatchObject({ votes: { passed: 5 }, proposedResult: null });
    expect(unit?.panel).toMatchObject({ opinion: null, signed: 5 });
    expect(await read.acceptance("enterprise2", life.projectId)).toBeNull();
  });
});

describe("the evaluation as its form and report show it", () => {
  it("prefills what Kehe knows and keeps the audit among officials until it is final", async () => {
    const life = await running();
    const project = { projectId: life.projectId };
    await world.owner.technology.updateMany({ where: project, data: { mastery: 2, trlNow: 8 } });
    await toReview(world, life);
    await toResult(life, "passed");
    await returnSelf(life);
    const before = await read.form("enterprise", life.projectId);
    const suggested = Object.fromEntries(
      before?.lines.map((line) => [line.indicatorCode, line.suggestion?.value]) ?? [],
    );
    expect(suggested).toMatchObject({ B0: "276", Q1: "1", L2: "3", K1: "276" });
    expect(suggested.E1).toBeUndefined();
    expect(before?.actions).toEqual([
      "evaluation.save-self-evaluation",
      "evaluation.add-proof",
      "evaluation.submit-self-evaluation",
    ]);
    await submitSelf(life);
    await audit(life);
    expect(await read.form("enterprise", life.projectId)).toMatchObject({
      total: null,
      grade: null,
      selfTotal: "89.23",
    });
    expect(await read.form("manager", life.projectId)).toMatchObject({ total: "88.83" });
    await life.step("manager", "finalise-grade");
    const report = await read.report("enterprise", life.projectId);
    expect(report).toMatchObject({ total: "88.83", grade: "good", rerun: { same: true } });
    expect(report?.subtotals.map((row) => row.score)).toEqual(["9.20", "43.34", "26.79", "9.50"]);
    expect(report?.dimensions.map((row) => row.key).sort()).toEqual([
      "ecology",
      "input_output",
      "local",
      "pillar",
    ]);
    expect(report?.promise.map((row) => row.version)).toEqual([1]);
    expect(report?.lines.find((line) => line.indicatorCode === "Q3")).toMatchObject({
      score: "3.60",
      deductionPercent: 10,
    });
    expect(await read.report("enterprise2", life.projectId)).toBeNull();
    const actor = world.as("enterprise");
    const reports = await query(actor, (tx) => trackingReports(tx, actor, life.projectId));
    expect(reports?.[0]?.actions).toContain("evaluation.submit-tracking-report");
  });
});
