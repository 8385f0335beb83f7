import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { commandNamed } from "@/lib/commands/registry";
import type { Command } from "@/lib/kernel/command";
import { query } from "@/lib/kernel/query";
import { loadReference } from "@/lib/reference/load";
import { type PersonName, useWorld } from "@/test/world";
import { audit, lifeOf, submitSelf, toResult, toReview } from "../life.fixture";
import { type BudgetForm, budgetForm, budgetItems } from "./queries";
import type { FormKind } from "./schema";

const world = useWorld();
beforeAll(() =>
  world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  }),
);

function command(verb: string): Command {
  const found = commandNamed(`rollup.${verb}`);
  if (found === null) throw new Error(`no command rollup.${verb}`);
  return found;
}

const run = (person: PersonName, verb: string, body: object) =>
  world.run(person, command(verb), body);

const itemIn = (answer: unknown): string =>
  z.object({ budgetItemId: z.string() }).parse(answer).budgetItemId;

const split = (fiscal: string, carried = "0", other = "0") => ({ fiscal, carried, other });
const year = 2026;
let budgetItemId = "";

/** Two evaluated projects of the worked example and one without a result, due in the year. */
beforeAll(async () => {
  const made = await run("officer", "create-item", {
    code: "GJHZ-01",
    zh: "国际科技合作专项",
    en: "International cooperation fund",
    fund: "市科技发展资金",
    reverseVariant: "linear",
    validFrom: "2026-01-01",
  });
  budgetItemId = itemIn(made);
  await world.owner.call.update({
    where: { id: world.reference.call },
    data: { budgetItemId: null },
    select: { id: true },
  });
  for (let count = 0; count < 2; count += 1) {
    const { id } = await world.project({ state: "active" });
    const life = lifeOf(world, id);
    await toReview(world, life);
    await toResult(life, "passed");
    await submitSelf(life);
    await audit(life);
  }
  await world.project({ state: "active" });
  await world.owner.project.updateMany({ data: { endsOn: new Date("2026-11-30T00:00:00Z") } });
  await run("officer", "set-members", {
    budgetItemId,
    version: 1,
    callIds: [world.reference.call],
    projectIds: [],
  });
  await run("officer", "set-year", {
    budgetItemId,
    yearVersion: 0,
    year,
    objective: "支持国际科技合作项目完成消化吸收再创新",
    initial: split("2000000", "100000"),
    adjusted: split("1500000", "100000"),
    executed: split("1380000", "92000"),
  });
}, 120_000);

const read = (person: PersonName, kind: FormKind): Promise<BudgetForm | null> =>
  query(world.as(person), (tx) =>
    budgetForm(tx, world.as(person), { budgetItemId, year }, kind, world.now()),
  );

async function form(kind: FormKind): Promise<BudgetForm> {
  const found = await read("manager", kind);
  if (found === null) throw new Error("no form");
  return found;
}

const rowOf = ({ sheet }: BudgetForm, code: string) => sheet.rows.find((row) => row.code === code);

const explain = (found: BudgetForm) =>
  found.sheet.rows.map(({ code }) => ({ code, reason: "市场影响", improvement: "加快推进" }));

describe("the self-evaluation of a budget item", () => {
  it("sums targets and results, executes the money, and never averages a rate", async () => {
    const found = await form("self_evaluation");
    expect(found.sheet).toMatchObject({ due: 3, money: { score: "9.20", weight: "10" } });
    expect(rowOf(found, "Q2")).toMatchObject({
      how: "sum",
      target: { value: "6" },
      actual: { value: "2" },
      score: "2.00",
      pending: 1,
    });
    expect(rowOf(found, "Q1")?.parts).toHaveLength(3);
    expect(rowOf(found, "K1")).toMatchObject({
      target: { value: "600" },
      actual: { value: "552" },
    });
    expect(rowOf(found, "L1")).toMatchObject({
      how: "reached",
      actual: { numerator: "0", denominator: "3" },
    });
    expect(rowOf(found, "U2")).toMatchObject({ how: "reached", target: { numerator: "3" } });
    const totals = found.sheet.levels.map(({ score }) => Number(score));
    expect(totals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(Number(found.sheet.total));
  });

  it("is read by bureau, manager and auditor only", async () => {
    expect(await read("auditor", "goals")).not.toBeNull();
    for (const person of ["district", "enterprise", "expert1", "admin"] as const) {
      expect(await read(person, "goals"), person).toBeNull();
      expect(await query(world.as(person), (tx) => budgetItems(tx, world.as(person)))).toEqual([]);
    }
  });

  it("is confirmed by a second person once every deviation is explained, and then frozen", async () => {
    const { id } = await form("self_evaluation");
    const save = (formVersion: number, lines: object[], executionReason?: string) =>
      run("officer", "save-self-evaluation", {
        budgetItemYearId: id,
        formVersion,
        achieved: "基本完成年度目标",
        ...(executionReason ? { executionReason } : {}),
        lines,
      });
    await save(0, []);
    const first = await form("self_evaluation");
    expect(first.gaps).toContainEqual({ code: "money", problem: "reason_missing" });
    expect(first.gaps).toContainEqual({ code: "Q2", problem: "improvement_missing" });
    const confirm = async (person: PersonName) => {
      const now = await form("self_evaluation");
      return run(person, "confirm-form", { formId: now.form?.id, version: now.form?.version });
    };
    await expect(confirm("officer2")).rejects.toMatchObject({
      status: 409,
      code: "form_incomplete",
    });
    await expect(save(1, [{ code: "Z9" }])).rejects.toMatchObject({ status: 422 });
    await expect(save(0, [])).rejects.toMatchObject({ code: "version_conflict" });
    await save(1, explain(first), "部分项目延期");
    await expect(confirm("officer")).rejects.toMatchObject({ status: 403, code: "four_eyes" });
    await confirm("officer2");
    const confirmed = await form("self_evaluation");
    expect(confirmed).toMatchObject({ form: { status: "final" }, changes: [], damaged: false });
    await expect(save(3, [])).rejects.toMatchObject({ status: 409, code: "form_confirmed" });
  });

  it("stays as confirmed when the records change, and says what changed", async () => {
    const before = await form("self_evaluation");
    const line = await world.owner.evaluationLine.findFirstOrThrow({
      where: { indicatorCode: "Q2" },
      select: { id: true, auditedValue: true },
    });
    await world.owner.evaluationLine.update({
      where: { id: line.id },
      data: { auditedValue: "5" },
      select: { id: true },
    });
    const after = await form("self_evaluation");
    expect(after.sheet).toEqual(before.sheet);
    expect(after.changes).toContainEqual({ code: "Q2", part: "actual", was: "2", is: "6" });
    await world.owner.evaluationLine.update({
      where: { id: line.id },
      data: { auditedValue: line.auditedValue },
      select: { id: true },
    });
    await world.owner.$executeRaw`
      update budget_form set frozen = jsonb_set(frozen, '{total}', '"99.00"')
      where kind = 'self_evaluation'`;
    expect((await form("self_evaluation")).damaged).toBe(true);
    await run("head", "reopen-form", {
      formId: after.form?.id,
      version: after.form?.version,
      reason: "数据更正",
    });
    expect((await form("self_evaluation")).form?.status).toBe("draft");
  });
});

describe("the other forms", () => {
  it("count in August only what was known by the cut-off", async () => {
    world.setClock("2026-08-20T02:00:00Z");
    const found = await form("monitoring");
    expect(found.until).toBe("2026-07-31");
    expect(rowOf(found, "Q2")).toMatchObject({ target: { value: "6" }, pending: 1 });
    // What the ledger of the running project says stands in until it is evaluated.
    expect(rowOf(found, "Q1")).toMatchObject({ pending: 0 });
    expect(rowOf(await form("self_evaluation"), "Q1")).toMatchObject({ pending: 1 });
    expect(found.gaps).toContainEqual({ code: "Q2", problem: "likelihood_missing" });
    await run("officer", "save-monitoring", {
      budgetItemYearId: found.id,
      formVersion: 0,
      expectedExecuted: "1500000",
      lines: found.sheet.rows.map(({ code }) => ({ code, likelihood: "certain" })),
    });
    expect((await form("monitoring")).gaps).toEqual([]);
  });

  it("keep output and benefit of the department's evaluation at 60 or more, and points in their band", async () => {
    const found = await form("department");
    expect(rowOf(found, "O1")).toMatchObject({ from: ["Q1", "Q2", "Q3", "Q4"] });
    expect(rowOf(found, "P2")).toMatchObject({
      actual: { numerator: "1472000.00", denominator: "1600000.00" },
      score: "3.68",
    });
    const line = ({ code, weight, kind }: BudgetForm["sheet"]["rows"][number]) => ({
      code,
      weight,
      reason: "见记录",
      improvement: "继续改进",
      ...(kind === "qualitative"
        ? { achievement: "achieved", score: (Number(weight) * 0.9).toFixed(2) }
        : {}),
    });
    const lines = found.sheet.rows.map(line);
    const save = (given: object[]) =>
      run("officer", "save-department", {
        budgetItemYearId: found.id,
        formVersion: 0,
        opinion: "总体良好，建议继续支持。",
        lines: given,
      });
    const moved = lines.map((each) => ({
      ...each,
      weight: { D2: "8", O1: "5" }[each.code] ?? each.weight,
    }));
    await expect(save(moved)).rejects.toMatchObject({
      status: 422,
      details: { fields: { lines: [{ code: "results_below_60" }] } },
    });
    const heavy = lines.map((each) => ({
      ...each,
      weight: each.code === "D2" ? "4" : each.weight,
    }));
    await expect(save(heavy)).rejects.toMatchObject({
      details: { fields: { lines: [{ code: "weights_not_100" }] } },
    });
    const outside = lines.map((each) => (each.code === "D1" ? { ...each, score: "1.00" } : each));
    await expect(save(outside)).rejects.toMatchObject({
      details: { fields: { "lines.0.score": [{ code: "score_outside_band" }] } },
    });
    await save(lines);
    const saved = await form("department");
    expect(saved.gaps).toEqual([]);
    expect(saved.sheet.grade).not.toBeNull();
    await run("officer2", "confirm-form", { formId: saved.form?.id, version: saved.form?.version });
    expect((await form("department")).form?.status).toBe("final");
  });

  it("count nothing twice: a call belongs to one item", async () => {
    const other = await run("officer", "create-item", {
      code: "GJHZ-02",
      zh: "平台专项",
      en: "Platform fund",
      fund: "市科技发展资金",
      reverseVariant: "ratio",
      validFrom: "2026-01-01",
    });
    await expect(
      run("officer", "set-members", {
        budgetItemId: itemIn(other),
        version: 1,
        callIds: [world.reference.call],
        projectIds: [],
      }),
    ).rejects.toMatchObject({ status: 422 });
  });
});
