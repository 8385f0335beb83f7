import { describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { rerunEvaluation } from "./frozen";
import {
  audit,
  exampleSelfLines,
  formPanel,
  lifeOf,
  panelOfFive,
  signOpinion,
  submitSelf,
  toResult,
  toReview,
} from "./life.fixture";

const world = useWorld();

const running = async () => lifeOf(world, (await world.project({ state: "active" })).id);

describe("the example of domain.md §3.3 through the commands", () => {
  it("gives 88.83, good, with the printed sub-totals, and runs again to the digit", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "passed");
    expect(await life.project()).toMatchObject({ state: "evaluation", subStatus: "with_bureau" });
    await expect(audit(life)).resolves.toMatchObject({
      total: "88.83",
      grade: "good",
      subtotals: { execution: "9.20", output: "43.34", benefit: "26.79", satisfaction: "9.50" },
    });
    await life.step("manager", "finalise-grade");
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id: life.projectId },
      select: { state: true, finalScore: true, grade: true, acceptanceResult: true },
    });
    expect(project).toMatchObject({
      state: "tracking",
      grade: "good",
      acceptanceResult: "passed",
    });
    expect(project.finalScore?.toFixed(2)).toBe("88.83");
    const { id } = await life.evaluation();
    const frozen = await world.owner.evaluation.findUniqueOrThrow({
      where: { id },
      select: { frozen: true, frozenHash: true, formulaVersion: true, baselineVersion: true },
    });
    expect(frozen).toMatchObject({ formulaVersion: 1, baselineVersion: 1 });
    expect(rerunEvaluation(frozen.frozen, frozen.frozenHash ?? "")).toEqual({
      same: true,
      total: "88.83",
      grade: "good",
    });
    const lines = await world.owner.evaluationLine.findMany({
      where: { evaluationId: id },
      select: { selfValue: true, auditedValue: true, formulaVersion: true, baselineVersion: true },
    });
    expect(lines).toHaveLength(24);
    expect(lines.every((line) => line.selfValue === line.auditedValue)).toBe(true);
  });
});

describe("self-evaluation and audit", () => {
  it("refuses missing reasons on their line, and a typed score or spending", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "passed");
    const without = exampleSelfLines.map((line) =>
      line.indicatorCode === "Q1" ? { ...line, reason: "" } : line,
    );
    await expect(submitSelf(life, without)).rejects.toMatchObject({
      status: 422,
      details: { fields: { "lines.Q1.reason": [{ code: "reason_missing" }] } },
    });
    const typed = exampleSelfLines.map((line) =>
      line.indicatorCode === "B0" ? { ...line, value: "300" } : line,
    );
    await expect(submitSelf(life, typed)).rejects.toMatchObject({
      details: { fields: { "lines.B0.value": [{ code: "computed_value" }] } },
    });
    await expect(
      submitSelf(life, [{ indicatorCode: "Q2", value: "1", score: "6" }]),
    ).rejects.toMatchObject({
      details: { fields: { "lines.Q2.score": [{ code: "computed_score" }] } },
    });
    expect(await life.project()).toMatchObject({ state: "evaluation", subStatus: "with_unit" });
  });

  it("refuses a qualitative score outside its band and a change without the reviewer's reason", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "passed");
    await submitSelf(life);
    await expect(
      audit(life, [{ indicatorCode: "U2", achievement: "partly", score: "1.60" }]),
    ).rejects.toMatchObject({
      status: 422,
      details: { fields: { "lines.U2.score": [{ code: "score_out_of_band" }] } },
    });
    await expect(audit(life, [{ indicatorCode: "E1", value: "1500" }])).rejects.toMatchObject({
      details: { fields: { "lines.E1.reason": [{ code: "audit_reason_missing" }] } },
    });
    await expect(
      audit(life, [{ indicatorCode: "Q4", deductionPercent: 10, reason: "偏低" }]),
    ).rejects.toMatchObject({
      details: {
        fields: { "lines.Q4.deductionPercent": [{ code: "deduction_without_over_achievement" }] },
      },
    });
    await audit(life, [{ indicatorCode: "E1", value: "1500", reason: "按审计数" }]);
    const line = await world.owner.evaluationLine.findFirstOrThrow({
      where: { projectId: life.projectId, indicatorCode: "E1" },
      select: { selfValue: true, auditedValue: true, score: true },
    });
    expect(line).toMatchObject({ selfValue: "1640", auditedValue: "1500" });
    expect(line.score?.toFixed(2)).toBe("4.50");
  });

  it("rescales what doesn't apply only with consent", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "passed");
    const lines = exampleSelfLines.map((line) =>
      line.indicatorCode === "N1"
        ? { indicatorCode: "N1", notApplicable: true, reason: "无生产环节" }
        : line,
    );
    await submitSelf(life, lines);
    await expect(audit(life)).rejects.toMatchObject({
      details: { fields: { "lines.N1.value": [{ code: "actual_missing" }] } },
    });
    await expect(
      audit(life, [
        { indicatorCode: "N1", notApplicableConsent: true },
        { indicatorCode: "Q3", deductionPercent: 10, reason: "目标值偏低" },
      ]),
    ).resolves.toMatchObject({ total: "88.79" });
  });
});

describe("acceptance", () => {
  it("proposes along the votes, else with a reason; missed main targets never pass", async () => {
    const life = await running();
    await world.owner.target.updateMany({
      where: { projectId: life.projectId, indicatorCode: "Q1" },
      data: { core: true },
    });
    await toReview(world, life);
    for (const expert of panelOfFive) await life.vote(expert, "passed");
    await expect(life.vote("expert1", "passed")).rejects.toThrow();
    await signOpinion(life, "passed");
    const propose = async (result: string, reason?: string) =>
      life.run("officer", "propose-result", {
        acceptanceVersion: (await life.acceptance()).version,
        result,
        opinion: "建议",
        ...(reason ? { reason } : {}),
      });
    await expect(propose("passed", "专家意见")).rejects.toMatchObject({
      details: { fields: { result: [{ code: "cause_fails" }] } },
    });
    await expect(propose("concluded")).rejects.toMatchObject({
      details: { fields: { reason: [{ code: "differs_from_votes" }] } },
    });
    await propose("concluded", "合作方停产，属客观原因");
    await life.step("manager", "issue-acceptance-result");
    expect(await life.project()).toMatchObject({ state: "evaluation", subStatus: "with_bureau" });
  });

  it("orders one rectification, confirmed by the district before the second round", async () => {
    const life = await running();
    await toReview(world, life);
    for (const expert of panelOfFive) await life.vote(expert, "rectify");
    await signOpinion(life, "rectify");
    await life.step("officer", "order-rectification", { order: "补充测试" });
    const acceptance = await world.owner.acceptance.findUniqueOrThrow({
      where: { projectId: life.projectId },
      select: { rectificationDueAt: true, voteSummary: true },
    });
    expect(acceptance.rectificationDueAt?.toISOString()).toBe("2026-06-02T15:59:59.999Z");
    expect(acceptance.voteSummary).toMatchObject({ rectify: 5 });
    await expect(life.step("enterprise", "reapply-for-acceptance")).rejects.toMatchObject({
      code: "rectification_confirmed",
    });
    const version = async () => ({ acceptanceVersion: (await life.acceptance()).version });
    await life.run("enterprise", "submit-rectification", {
      ...(await version()),
      report: "已补充",
      lines: [{ indicatorCode: "Q2", value: "2" }],
    });
    const content = await world.owner.acceptance.findUniqueOrThrow({
      where: { projectId: life.projectId },
      select: { content: true },
    });
    expect(content.content).toMatchObject({
      completion: expect.arrayContaining([{ indicatorCode: "Q2", value: "2" }]),
    });
    await expect(life.step("enterprise", "reapply-for-acceptance")).rejects.toMatchObject({
      code: "rectification_confirmed",
    });
    await life.run("district", "confirm-rectification", { ...(await version()), opinion: "属实" });
    await life.step("enterprise", "reapply-for-acceptance");
    await expect(life.acceptance()).resolves.toMatchObject({ round: 2 });
    await formPanel(world, life);
    await expect(life.vote("expert1", "rectify")).rejects.toMatchObject({
      details: { fields: { verdict: [{ code: "rectification_not_used" }] } },
    });
    for (const expert of panelOfFive) await life.vote(expert, "passed");
    await signOpinion(life, "passed");
    await expect(
      life.step("officer", "order-rectification", { order: "再" }),
    ).rejects.toMatchObject({ code: "rectification_not_used" });
    await life.run("officer", "propose-result", {
      ...(await version()),
      result: "passed",
      opinion: "同意",
      reason: "专家一致意见",
    });
    await life.step("manager", "issue-acceptance-result");
    const result = await world.owner.acceptance.findUniqueOrThrow({
      where: { projectId: life.projectId },
      select: { result: true, certificateNumber: true },
    });
    expect(result.result).toBe("passed_after_rectification");
    expect(result.certificateNumber).toMatch(/^YS-2026-\d{4}$/);
  });

  it("keeps whoever filled or confirmed the file from issuing result and grade", async () => {
    const life = await running();
    await toReview(world, life);
    for (const expert of panelOfFive) await life.vote(expert, "passed");
    await signOpinion(life, "passed");
    await life.run("officer", "propose-result", {
      acceptanceVersion: (await life.acceptance()).version,
      result: "passed",
      opinion: "同意",
      reason: "专家一致意见",
    });
    const hand = {
      projectId: life.projectId,
      userId: world.id("manager"),
      part: "acceptance.filled",
    };
    await world.owner.projectHand.create({
      data: { ...hand, at: world.now() },
      select: { projectId: true },
    });
    await expect(life.step("manager", "issue-acceptance-result")).rejects.toMatchObject({
      status: 403,
      code: "four_eyes",
    });
    await world.owner.projectHand.deleteMany({ where: hand });
    await life.step("manager", "issue-acceptance-result");
    await submitSelf(life);
    await audit(life);
    await world.owner.projectHand.create({
      data: { ...hand, at: world.now() },
      select: { projectId: true },
    });
    await expect(life.step("manager", "finalise-grade")).rejects.toMatchObject({
      code: "four_eyes",
    });
  });

  it("records the result of an upper level instead of a panel's", async () => {
    const { id } = await world.project({ state: "active", registered: true });
    const life = lifeOf(world, id);
    await life.step("enterprise", "apply-for-acceptance");
    await life.run("officer", "record-upper-acceptance", {
      acceptanceVersion: (await life.acceptance()).version,
      result: "passed",
      documentNumber: "苏科外发〔2026〕3号",
      decidedOn: "2026-02-20",
    });
    await life.step("officer", "admit-acceptance");
    await expect(
      life.run("officer", "form-acceptance-panel", {
        expertIds: [world.id("expert1")],
        reason: "试一试",
      }),
    ).rejects.toMatchObject({ code: "decided_by_upper_level" });
    await life.step("manager", "issue-acceptance-result");
    expect(await life.project()).toMatchObject({ state: "evaluation" });
    const own = await running();
    await own.step("enterprise", "apply-for-acceptance");
    await expect(
      own.run("officer", "record-upper-acceptance", {
        acceptanceVersion: 1,
        result: "passed",
        documentNumber: "X",
        decidedOn: "2026-02-20",
      }),
    ).rejects.toMatchObject({ code: "not_upper_level" });
  });
});
