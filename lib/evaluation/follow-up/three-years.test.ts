import { beforeAll, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { sweep } from "@/lib/notices/sweep";
import { loadReference } from "@/lib/reference/load";
import { useWorld } from "@/test/world";
import { audit, type Life, lifeOf, submitSelf, toResult, toReview } from "../life.fixture";

const world = useWorld();
const dayMs = 86_400_000;

beforeAll(async () => {
  await world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  });
  await world.owner.parameter.create({
    data: {
      id: newId(),
      key: "tracking_years",
      version: 2,
      value: 3,
      unit: "year",
      basis: "试点延长",
      validFrom: new Date("2026-01-01T00:00:00Z"),
    },
    select: { id: true },
  });
});

const content = {
  summary: "稳定供货",
  sales: "21000000",
  exports: "0",
  profitAndTax: "1600000",
  jobs: 5,
  patentsFiled: 0,
  patentsGranted: 1,
  standards: 0,
  followUpContracts: 1,
  followUpInvestment: "0",
};

const reportsOf = (life: Life) =>
  world.owner.periodicReport.findMany({
    where: { projectId: life.projectId, kind: "tracking" },
    orderBy: { period: "asc" },
    select: { id: true, period: true, version: true, dueAt: true, status: true },
  });

async function target(life: Life, period: number) {
  const row = (await reportsOf(life)).find((each) => each.period === period);
  if (row === undefined) throw new Error(`no report ${period}`);
  return { reportId: row.id, reportVersion: row.version };
}

async function handIn(life: Life, period: number): Promise<void> {
  await life.run("enterprise", "submit-tracking-report", {
    ...(await target(life, period)),
    content,
  });
  await life.run("district", "confirm-tracking-report", await target(life, period));
  await life.run("officer", "close-tracking-report", await target(life, period));
}

/** Each day around a due date; a second look at the same day must add nothing. */
async function watch(from: Date, to: Date): Promise<number> {
  let second = 0;
  for (let at = from.getTime(); at <= to.getTime(); at += dayMs) {
    world.setClock(new Date(at));
    await sweep();
    second += (await sweep()).reminders;
  }
  return second;
}

it("reminds of each report at each offset once over three years of follow-up", async () => {
  const life = lifeOf(world, (await world.project({ state: "active" })).id);
  await toReview(world, life);
  await toResult(life, "passed");
  await submitSelf(life);
  await audit(life);
  await life.step("manager", "finalise-grade");
  const reports = await reportsOf(life);
  expect(reports.map(({ period }) => period)).toEqual([1, 2, 3]);

  // In time, forty days late, and on the day before it is due.
  const handedInAfter = [-3, 40, -0.5];
  for (const [at, { period, dueAt }] of reports.entries()) {
    const end = new Date(dueAt.getTime() + (handedInAfter[at] ?? 0) * dayMs);
    const again = await watch(new Date(dueAt.getTime() - 12 * dayMs), end);
    expect(again).toBe(0);
    world.setClock(end);
    await handIn(life, period);
    await watch(world.now(), new Date(world.now().getTime() + 3 * dayMs));
  }

  const duties = await world.owner.duty.findMany({
    where: { projectId: life.projectId, kind: "evaluation.tracking-report" },
    orderBy: { period: "asc" },
    select: {
      period: true,
      reminders: { orderBy: { at: "asc" }, select: { offsetDays: true } },
    },
  });
  expect(
    duties.map(({ period, reminders }) => [period, reminders.map((row) => row.offsetDays)]),
  ).toEqual([
    ["1", [10, 5]],
    ["2", [10, 5, 2, 1, -1, -7, -30]],
    ["3", [10, 5, 2, 1]],
  ]);
  const silences = await world.owner.consequence.findMany({
    where: { projectId: life.projectId, ruleCode: "limit_silent" },
    select: { status: true },
  });
  expect(silences).toEqual([{ status: "ended" }]);

  await life.step("officer", "end-tracking");
  expect(await life.project()).toMatchObject({ state: "archived" });
}, 180_000);
