import { describe, expect, it } from "vitest";
import { useWorld } from "@/test/world";
import { rerunEvaluation } from "./frozen";
import {
  audit,
  exampleSelfLines,
  type Life,
  lifeOf,
  panelOfFive,
  returnSelf,
  signOpinion,
  submitSelf,
  toResult,
  toReview,
} from "./life.fixture";

const world = useWorld();

const running = async () => lifeOf(world, (await world.project({ state: "active" })).id);

async function graded(): Promise<Life> {
  const life = await running();
  await toReview(world, life);
  await toResult(life, "passed");
  await submitSelf(life);
  await audit(life);
  await life.step("manager", "finalise-grade");
  return life;
}

const reportsOf = (life: Life) =>
  world.owner.periodicReport.findMany({
    where: { projectId: life.projectId, kind: "tracking" },
    orderBy: { period: "asc" },
    select: { id: true, period: true, status: true, version: true, dueAt: true },
  });

const content = {
  summary: "产品已进入市场",
  sales: "21000000",
  exports: "3000000",
  profitAndTax: "1800000",
  jobs: 8,
  patentsFiled: 2,
  patentsGranted: 1,
  standards: 0,
  followUpContracts: 1,
  followUpInvestment: "5000000",
};

async function report(life: Life, period: number, told: object = content): Promise<void> {
  const target = async () => {
    const row = (await reportsOf(life)).find((each) => each.period === period);
    return { reportId: row?.id, reportVersion: row?.version };
  };
  await life.run("enterprise", "submit-tracking-report", {
    ...(await target()),
    content: told,
  });
  await life.run("district", "confirm-tracking-report", await target());
  await life.run("officer", "close-tracking-report", await target());
}

const openDuties = (life: Life, kind: string) =>
  world.owner.duty.findMany({
    where: { projectId: life.projectId, kind, status: "open" },
    orderBy: { dueAt: "asc" },
    select: { holderRole: true, period: true, dueAt: true, returned: true },
  });

describe("follow-up", () => {
  it("opens T+1 and T+2 with due dates and duties, and ends after the last is closed", async () => {
    const life = await graded();
    const reports = await reportsOf(life);
    expect(reports.map((row) => row.dueAt.toISOString().slice(0, 10))).toEqual([
      "2027-12-26",
      "2028-12-26",
    ]);
    expect(await openDuties(life, "evaluation.tracking-report")).toMatchObject([
      { holderRole: "unit_admin", period: "1" },
      { holderRole: "unit_admin", period: "2" },
    ]);
    await expect(life.step("officer", "end-tracking")).rejects.toMatchObject({
      code: "last_tracking_report_in",
    });
    await report(life, 1);
    await expect(life.step("officer", "end-tracking")).rejects.toMatchObject({ status: 409 });
    await report(life, 2);
    expect(await openDuties(life, "evaluation.end-tracking")).toHaveLength(1);
    await life.step("officer", "end-tracking");
    expect(await life.project()).toMatchObject({ state: "archived" });
    expect(await openDuties(life, "evaluation.end-tracking")).toHaveLength(0);
  });

  it("sends a report back to the unit, by whoever has it", async () => {
    const life = await graded();
    const [first] = await reportsOf(life);
    const target = { reportId: first?.id, reportVersion: first?.version };
    await life.run("enterprise", "save-tracking-report", { ...target, content: { jobs: 3 } });
    const submitted = { ...target, reportVersion: 2 };
    await expect(
      life.run("enterprise", "submit-tracking-report", { ...target, content }),
    ).rejects.toMatchObject({ code: "version_conflict" });
    await life.run("enterprise", "submit-tracking-report", { ...submitted, content });
    const back = { reportId: first?.id, reportVersion: 3, reason: "请附销售凭证" };
    await expect(life.run("officer", "return-tracking-report", back)).rejects.toMatchObject({
      code: "report_elsewhere",
    });
    await life.run("district", "return-tracking-report", back);
    expect(await openDuties(life, "evaluation.tracking-report")).toContainEqual(
      expect.objectContaining({ period: "1", returned: true }),
    );
    const foreign = await graded();
    await expect(
      foreign.run("enterprise", "submit-tracking-report", { ...submitted, content }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

const outcomesOf = (life: Life) =>
  world.owner.outcome.findMany({
    where: { projectId: life.projectId },
    orderBy: [{ year: "asc" }, { kind: "asc" }],
    select: { kind: true, year: true, level: true, amount: true, confirmedAt: true },
  });

describe("outcomes", () => {
  it("count once the district has confirmed them, and a later project makes the rating", async () => {
    const life = await graded();
    const [first] = await reportsOf(life);
    const target = { reportId: first?.id, reportVersion: first?.version };
    const upper = { kind: "upper_project", title: "高端数控重点研发" };
    await expect(
      life.run("enterprise", "submit-tracking-report", {
        ...target,
        content: { ...content, outcomes: [upper] },
      }),
    ).rejects.toMatchObject({ status: 422 });
    const whole = {
      ...upper,
      number: "苏科资发〔2027〕8号",
      level: "provincial",
      amount: "3000000",
    };
    await life.run("enterprise", "submit-tracking-report", {
      ...target,
      content: { ...content, sales: "1000000", outcomes: [whole] },
    });
    expect((await outcomesOf(life)).every((row) => row.confirmedAt === null)).toBe(true);
    const second = { ...target, reportVersion: 2 };
    await life.run("district", "return-tracking-report", { ...second, reason: "请补充" });
    await report(life, 1, { ...content, sales: "1000000", outcomes: [whole] });
    const told = await outcomesOf(life);
    expect(told.map(({ kind }) => kind)).toEqual([
      "contract",
      "exports",
      "investment",
      "jobs",
      "patent_filed",
      "patent_granted",
      "profit_tax",
      "sales",
      "upper_project",
    ]);
    expect(told.at(-1)).toMatchObject({ year: 2027, level: "provincial" });
    expect(told.every((row) => row.confirmedAt !== null)).toBe(true);
    await report(life, 2, { ...content, sales: "1000000" });
    await expect(life.step("officer", "end-tracking", { rating: "faded" })).rejects.toMatchObject({
      status: 422,
    });
    await life.step("officer", "end-tracking");
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id: life.projectId },
      select: { followUpRating: true, grade: true },
    });
    expect(project).toEqual({ followUpRating: "grown", grade: "good" });
  });
});

describe("the ends", () => {
  it("archives a concluded project with its score, once the refund is settled", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "concluded");
    await submitSelf(life);
    await audit(life);
    await expect(life.step("manager", "finalise-grade")).rejects.toMatchObject({
      code: "result_passed",
    });
    const { id } = await world.owner.refund.create({
      data: {
        id: crypto.randomUUID(),
        projectId: life.projectId,
        unitId: world.units.first.id,
        districtId: world.districts.wujin.id,
        cause: "concluded",
        basis: "结余退回",
        computedAmount: "240000",
        amount: "240000",
      },
      select: { id: true },
    });
    await expect(life.step("officer", "archive-after-evaluation")).rejects.toMatchObject({
      code: "refund_settled",
    });
    await world.owner.refund.update({
      where: { id },
      data: { status: "paid" },
      select: { id: true },
    });
    await life.step("officer", "archive-after-evaluation");
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id: life.projectId },
      select: { state: true, archivedBy: true, grade: true },
    });
    expect(project).toEqual({ state: "archived", archivedBy: "T33", grade: "good" });
  });

  it("corrects an archived project in a further round, the first one frozen as it was", async () => {
    const life = await graded();
    await report(life, 1);
    await report(life, 2);
    await life.step("officer", "end-tracking");
    await life.step("manager", "correct-archived", { note: "就业人数录入错误" });
    expect(await life.project()).toMatchObject({ state: "evaluation", subStatus: "with_bureau" });
    expect(await openDuties(life, "evaluation.correction")).toMatchObject([
      { holderRole: "auditor" },
    ]);
    await life.run("auditor", "acknowledge-correction");
    expect(await openDuties(life, "evaluation.correction")).toEqual([]);
    await expect(life.step("manager", "finalise-grade")).rejects.toMatchObject({
      code: "score_audited",
    });
    await audit(life, [{ indicatorCode: "S3", value: "9", reason: "原录入有误" }]);
    await life.step("manager", "finalise-grade");
    const rounds = await world.owner.evaluation.findMany({
      where: { projectId: life.projectId },
      orderBy: { round: "asc" },
      select: { total: true, frozen: true, frozenHash: true },
    });
    expect(rounds.map((row) => row.total?.toFixed(2))).toEqual(["88.83", "88.63"]);
    for (const row of rounds) {
      expect(rerunEvaluation(row.frozen, row.frozenHash ?? "")).toMatchObject({ same: true });
    }
    await life.step("officer", "end-tracking");
    expect(await life.project()).toMatchObject({ state: "archived" });
  });

  it("corrects nothing that no evaluation archived", async () => {
    const { id } = await world.project({ state: "archived", set: { archivedBy: "T35" } });
    await expect(
      lifeOf(world, id).step("manager", "correct-archived", { note: "更正" }),
    ).rejects.toMatchObject({ code: "archived_after_evaluation" });
  });
});

describe("what is late", () => {
  it("evaluates without the unit once its time is over", async () => {
    const life = await running();
    await toReview(world, life);
    await toResult(life, "passed");
    await returnSelf(life);
    const reason = "按现有材料核定";
    const lines = exampleSelfLines.map(({ indicatorCode, ...line }) => {
      if (indicatorCode === "B0") return { indicatorCode, reason };
      const { value, achievement, score } = { achievement: undefined, score: undefined, ...line };
      const deductionPercent = indicatorCode === "Q3" ? 10 : 0;
      return { indicatorCode, value, achievement, score, deductionPercent, reason };
    });
    await expect(audit(life, lines)).rejects.toMatchObject({ code: "self_evaluation_awaited" });
    world.setClock("2026-09-01T02:00:00Z");
    await expect(audit(life, lines)).resolves.toMatchObject({ total: "88.83", grade: "good" });
  });

  it("fails a rectification whose limit has passed", async () => {
    const life = await running();
    await toReview(world, life);
    for (const expert of panelOfFive) await life.vote(expert, "rectify");
    await signOpinion(life, "rectify");
    await life.step("officer", "order-rectification", { order: "补充测试" });
    const fail = { reason: "逾期未整改" };
    await expect(life.step("manager", "fail-overdue-rectification", fail)).rejects.toMatchObject({
      code: "rectification_limit_passed",
    });
    world.setClock("2027-02-01T02:00:00Z");
    await life.step("manager", "fail-overdue-rectification", fail);
    const project = await world.owner.project.findUniqueOrThrow({
      where: { id: life.projectId },
      select: { state: true, acceptanceResult: true },
    });
    expect(project).toEqual({ state: "evaluation", acceptanceResult: "failed" });
  });

  it("opens acceptance at the end of the term, and closes it only after a served notice", async () => {
    const { id } = await world.project({ state: "active" });
    const life = lifeOf(world, id);
    await life.step("enterprise", "apply-for-acceptance");
    await expect(
      life.run("officer", "serve-overdue-notice", { text: "请尽快申请验收" }),
    ).rejects.toMatchObject({ code: "acceptance_not_overdue" });
    world.setClock("2028-07-10T02:00:00Z");
    await expect(life.step("manager", "close-overdue", { reason: "逾期" })).rejects.toMatchObject({
      code: "notice_served",
    });
    await life.run("officer", "serve-overdue-notice", { text: "请尽快申请验收" });
    await life.step("manager", "close-overdue", { reason: "逾期" });
    expect(await life.project()).toMatchObject({ state: "terminated" });
  });
});
