import { owedReports } from "@/lib/reports/scope";
import { officials } from "../people";
import type { Demo } from "../runner";
import { type UnitKey, unitOf } from "../units";

/** What happens to units' yearly forms before the load's day; days count from it. */
export type YearlyStep = readonly [day: number, act: (demo: Demo) => Promise<void>];

type UnitIds = ReadonlyMap<string, string>;

/** Units that have handed in early, with what the district did about it. */
const early: readonly { unit: UnitKey; outcome: "nothing" | "confirm" | "return" | "close" }[] = [
  { unit: "robot", outcome: "nothing" },
  { unit: "campus", outcome: "confirm" },
  { unit: "rail", outcome: "return" },
  { unit: "carbon", outcome: "close" },
];

/** Some forms are handed in, one of them returned, one in part filled in, some units reminded. */
export const yearlySteps = (unitIds: UnitIds): YearlyStep[] => [
  ...early.flatMap(({ unit, outcome }, index): YearlyStep[] => [
    [-8 - index, (demo) => handIn(demo, unit, unitIds)],
    [
      -5,
      (demo) => (outcome === "nothing" ? Promise.resolve() : decide(demo, unit, unitIds, outcome)),
    ],
  ]),
  [-4, (demo) => begin(demo, "focus", unitIds)],
  [-3, remindAll],
];

/** The unit's form of the clock's year and what it still owes; null where it owes nothing. */
async function owingForm(demo: Demo, unit: UnitKey, unitIds: UnitIds) {
  const form = await demo.read((tx) =>
    tx.yearlyForm.findFirst({
      where: { unitId: unitIds.get(unit) ?? "", year: yearOf(demo) },
      select: {
        id: true,
        version: true,
        reports: { where: owedReports, orderBy: { id: "asc" }, select: { id: true, kind: true } },
      },
    }),
  );
  return form !== null && form.reports.length > 0 ? form : null;
}

const yearOf = (demo: Demo): number => Number(demo.clock.day.slice(0, "YYYY".length));

const annual = {
  progress: "按合同计划推进，关键工艺已完成复现，样机数据达到阶段目标。",
  results: "申请发明专利1件，培训技术骨干6人。",
  exchange: "外方专家来常指导1次，线上技术例会每月1次。",
  problems: "进口部件交货周期偏长，已启动国产替代。",
  nextSteps: "完成小批量试制，组织用户验证。",
};

const tracking = {
  summary: "成果已投入生产，销售稳步增长。",
  sales: "6200000",
  exports: "800000",
  profitAndTax: "900000",
  jobs: 8,
  patentsFiled: 1,
  patentsGranted: 1,
  standards: 0,
  followUpContracts: 2,
  followUpInvestment: "1500000",
};

async function save(demo: Demo, unit: UnitKey, unitIds: UnitIds, part: number): Promise<void> {
  const form = await owingForm(demo, unit, unitIds);
  if (form === null) return;
  const { admin, filler } = unitOf(unit);
  const content = Object.fromEntries(
    form.reports.slice(0, part).map(({ id, kind }) => [id, kind === "annual" ? annual : tracking]),
  );
  await demo.run((filler ?? admin).username, "reports.save-yearly-form", {
    yearlyFormId: form.id,
    version: form.version,
    content,
  });
}

/** The first project only: the rest of the form is still open. */
const begin = (demo: Demo, unit: UnitKey, unitIds: UnitIds) => save(demo, unit, unitIds, 1);

async function handIn(demo: Demo, unit: UnitKey, unitIds: UnitIds): Promise<void> {
  await save(demo, unit, unitIds, Number.POSITIVE_INFINITY);
  const form = await owingForm(demo, unit, unitIds);
  if (form === null) return;
  await demo.run(unitOf(unit).admin.username, "reports.submit-yearly-form", {
    yearlyFormId: form.id,
    version: form.version,
  });
}

async function decide(
  demo: Demo,
  unit: UnitKey,
  unitIds: UnitIds,
  what: "confirm" | "return" | "close",
): Promise<void> {
  const { districtId } = unitOf(unit);
  const district = officials.find((each) => each.districtId === districtId)?.username;
  const unitId = unitIds.get(unit) ?? "";
  if (district === undefined) throw new Error(`${districtId} has no officer`);
  if (what === "return") {
    const rest = { reason: "经费支出与台账不一致，请核对后重报。" };
    return onAll(demo, { unitId, status: "submitted" }, district, "return", rest);
  }
  await onAll(demo, { unitId, status: "submitted" }, district, "confirm", {
    opinion: "情况属实。",
  });
  if (what === "close") {
    await onAll(demo, { unitId, status: "district_confirmed" }, "head", "close");
  }
}

/** One step on all reports of a form that wait for it. */
async function onAll(
  demo: Demo,
  { unitId, status }: { unitId: string; status: string },
  who: string,
  verb: "confirm" | "return" | "close",
  rest: object = {},
): Promise<void> {
  const rows = await demo.read((tx) =>
    tx.periodicReport.findMany({
      where: { status, yearlyForm: { unitId, year: yearOf(demo) } },
      select: { id: true, version: true, yearlyFormId: true },
    }),
  );
  const yearlyFormId = rows[0]?.yearlyFormId;
  if (!yearlyFormId) return;
  await demo.run(who, `reports.${verb}-yearly-form`, {
    yearlyFormId,
    reports: rows.map(({ id, version }) => ({ reportId: id, version })),
    ...rest,
  });
}

/** The bureau reminds whoever has not reported. */
async function remindAll(demo: Demo): Promise<void> {
  const forms = await demo.read((tx) =>
    tx.yearlyForm.findMany({
      where: {
        year: yearOf(demo),
        reports: {
          some: {
            AND: [owedReports],
            project: { duties: { some: { status: "open", kind: "absorption.annual_report" } } },
          },
        },
      },
      orderBy: { id: "asc" },
      take: 3,
      select: { id: true },
    }),
  );
  if (forms.length === 0) return;
  await demo.run("officer", "reports.remind-units", {
    yearlyFormIds: forms.map(({ id }) => id),
  });
}
