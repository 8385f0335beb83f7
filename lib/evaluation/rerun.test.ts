import { expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { useWorld } from "@/test/world";
import { latestEvaluation } from "./evaluation";
import { frozenContent } from "./finalise";
import { frozenEvaluation, rerunEvaluation, resultFigures } from "./frozen";
import { hashOf } from "./hash";
import { audit, lifeOf, submitSelf, toResult, toReview } from "./life.fixture";
import { evaluationReport } from "./report";
import { ruleFor } from "./rule-definition";
import { score } from "./scoring/engine";
import { defaultRule } from "./scoring/rule";

const world = useWorld();

async function finalLife() {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  await submitSelf(life);
  await audit(life);
  await life.step("manager", "finalise-grade");
  return life;
}

const reportOf = async (projectId: string) => {
  const report = await query(world.as("auditor"), (tx) =>
    evaluationReport(tx, world.as("auditor"), projectId, world.now()),
  );
  if (report === null) throw new Error("no report");
  return report;
};

/** A later version with other bands, deductions, grade bounds and the other reverse variant. */
const secondVersion = {
  ...defaultRule,
  version: 2,
  reverse: "ratio" as const,
  overAchievement: "1.5",
  deductions: [0, 5],
  bands: [
    { achievement: "achieved", from: "90", to: "100", toIncluded: true },
    { achievement: "partly", from: "70", to: "90", toIncluded: false },
    { achievement: "not_achieved", from: "0", to: "70", toIncluded: false },
  ] as const,
  grades: [
    { grade: "excellent", from: "95" },
    { grade: "good", from: "85" },
    { grade: "fair", from: "70" },
    { grade: "poor", from: "0" },
  ] as const,
};

/** The same sequence in every run of the test. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it("reruns 1,000 frozen evaluations to the digit after a second version came into force", async () => {
  const { projectId } = await finalLife();
  const base = await query(world.as("auditor"), async (tx) => {
    const found = await latestEvaluation(tx, projectId);
    if (found === null) throw new Error("no evaluation");
    return { row: found, frozen: frozenContent(found) };
  });
  const random = sequence(20261126);
  const rows = Array.from({ length: 1000 }, (_, at) => {
    const rule = { ...base.frozen.rule, reverse: random() < 0.5 ? "linear" : "ratio" } as const;
    const lines = base.frozen.lines.map((line) => {
      if (line.actual === null || !("value" in line.actual)) return line;
      const value = (Number(line.actual.value) * (0.3 + random() * 1.4)).toFixed(2);
      return { ...line, actual: { value }, deductionPercent: 0, deductionReason: null };
    });
    const result = resultFigures(score(rule, base.frozen.indicators, lines));
    const frozen = { ...base.frozen, rule, lines, result };
    return { round: at + 2, frozen, total: result.total, grade: result.grade };
  });
  await world.owner.evaluation.createMany({
    data: rows.map(({ round, frozen, total, grade }) => ({
      id: newId(),
      projectId,
      unitId: world.units.first.id,
      districtId: world.districts.wujin.id,
      round,
      status: "final",
      baselineId: base.row.baselineId,
      baselineVersion: base.row.baselineVersion,
      evaluationRuleId: base.row.evaluationRuleId,
      formulaVersion: base.row.formulaVersion,
      indicatorSetId: base.row.indicatorSetId,
      budget: base.row.budget,
      spent: base.row.spent,
      total,
      grade,
      frozen,
      frozenHash: hashOf(frozen),
    })),
  });
  await world.owner.evaluationRule.create({
    data: {
      id: newId(),
      code: "test-rule",
      version: 2,
      definition: JSON.parse(JSON.stringify(secondVersion)),
      validFrom: world.now(),
    },
    select: { id: true },
  });
  const inForce = await database().$transaction((tx) =>
    ruleFor(tx, { id: projectId, evaluationRuleId: null }, world.now()),
  );
  expect(inForce.rule).toMatchObject({ version: 2, reverse: "ratio" });

  const stored = await world.owner.evaluation.findMany({
    where: { projectId, round: { gt: 1 } },
    select: { total: true, grade: true, frozen: true, frozenHash: true },
  });
  expect(stored).toHaveLength(1000);
  let otherwiseNow = 0;
  for (const row of stored) {
    const total = row.total?.toFixed(2);
    expect(rerunEvaluation(row.frozen, row.frozenHash ?? "")).toEqual({
      same: true,
      total,
      grade: row.grade,
    });
    const { indicators, lines } = frozenEvaluation.parse(row.frozen);
    const now = score(inForce.rule, indicators, lines);
    if (now.total !== total || now.grade !== row.grade) otherwiseNow += 1;
  }
  // The second version would tell most of them another score: what stands is what was frozen.
  expect(otherwiseNow).toBeGreaterThan(500);
});

it("flags a rerun on changed data with what differs", async () => {
  const { projectId } = await finalLife();
  expect((await reportOf(projectId)).rerun).toEqual({ same: true, total: "88.83", grade: "good" });
  await world.owner.evaluationLine.updateMany({
    where: { projectId, indicatorCode: "Q1" },
    data: { auditedValue: "3" },
  });
  const { rerun } = await reportOf(projectId);
  expect(rerun).toMatchObject({ same: false });
  expect(rerun?.same === false && rerun.differences).toEqual(
    expect.arrayContaining([
      { where: "now.lines.Q1.actual.value", frozen: "2", rerun: "3" },
      { where: "now.result.total", frozen: "88.83", rerun: "90.83" },
    ]),
  );
  expect(
    rerun?.same === false && rerun.differences.every(({ where }) => where.startsWith("now.")),
  ).toBe(true);
});

it("scores by the budget item's variant, which stays when the item's setting changes", async () => {
  const budgetItemId = newId();
  await world.owner.budgetItem.create({
    data: {
      id: budgetItemId,
      code: "INT",
      zh: "国际科技合作资金",
      en: "International S&T cooperation fund",
      fund: "INT",
      reverseVariant: "ratio",
      validFrom: new Date("2020-01-01"),
    },
    select: { id: true },
  });
  const { id } = await world.project({ state: "active", set: { budgetItemId } });
  const life = lifeOf(world, id);
  await toReview(world, life);
  await toResult(life, "passed");
  await world.owner.budgetItem.update({
    where: { id: budgetItemId },
    data: { reverseVariant: "linear" },
    select: { id: true },
  });
  await submitSelf(life);
  await expect(audit(life)).resolves.toMatchObject({ total: "88.86", grade: "good" });
  await life.step("manager", "finalise-grade");
  const report = await reportOf(id);
  expect(report.lines.find((line) => line.indicatorCode === "N1")?.score).toBe("2.73");
  expect(report.rerun).toMatchObject({ same: true, total: "88.86" });
  expect(report.sensitivity).toMatchObject({ draws: 2000 });
});
