import { newId } from "@/lib/kernel/ids";
import type { World } from "@/test/world";
import type { OfficeWay } from "./offices";

let made = 0;

async function item(world: World): Promise<string> {
  made += 1;
  const id = newId();
  await world.owner.budgetItem.create({
    data: {
      id,
      code: `BI-${made}`,
      zh: "国际科技合作专项",
      en: "International S&T cooperation fund",
      fund: "市科技发展资金",
      validFrom: new Date(0),
    },
    select: { id: true },
  });
  return id;
}

const split = (fiscal: string) => ({ fiscal, carried: "0", other: "0" });
const money = { initial: split("800000"), adjusted: split("600000"), executed: split("600000") };
const year = 2026;

async function itemYear(world: World): Promise<{ itemId: string; yearId: string }> {
  const itemId = await item(world);
  const yearId = newId();
  await world.owner.budgetItemYear.create({
    data: { id: yearId, budgetItemId: itemId, year, ...money, objective: "完成年度任务" },
    select: { id: true },
  });
  return { itemId, yearId };
}

const target = async (world: World) => ({
  budgetItemYearId: (await itemYear(world)).yearId,
  formVersion: 0,
});

/** A declaration of goals with one project whose targets fall due, filled in by an officer. */
async function form(world: World, status: string) {
  const { itemId, yearId } = await itemYear(world);
  const { id } = await world.project({ state: "active" });
  await world.owner.project.update({
    where: { id },
    data: { budgetItemId: itemId, endsOn: new Date(`${year}-06-30T00:00:00Z`) },
    select: { id: true },
  });
  const formId = newId();
  await world.owner.budgetForm.create({
    data: {
      id: formId,
      budgetItemYearId: yearId,
      kind: "goals",
      status,
      content: { lines: [] },
      madeById: world.id("officer"),
      madeByName: "何科",
      madeAt: world.now(),
    },
    select: { id: true },
  });
  return { formId, version: 1 };
}

/** What the fund's forms are tried on. */
export const rollupWays: Readonly<Record<string, OfficeWay>> = {
  "rollup.create-item": async () => {
    made += 1;
    return {
      code: `NEW-${made}`,
      zh: "平台专项",
      en: "Platform fund",
      fund: "市科技发展资金",
      reverseVariant: "linear",
      validFrom: "2026-01-01",
    };
  },
  "rollup.set-members": async (world) => ({
    budgetItemId: await item(world),
    version: 1,
    callIds: [],
    projectIds: [],
  }),
  "rollup.set-year": async (world) => ({
    budgetItemId: await item(world),
    yearVersion: 0,
    year,
    objective: "完成年度任务",
    ...money,
  }),
  "rollup.save-goals": async (world) => ({ ...(await target(world)), remark: "同预算" }),
  "rollup.save-monitoring": async (world) => ({
    ...(await target(world)),
    expectedExecuted: "600000",
    lines: [],
  }),
  "rollup.save-self-evaluation": async (world) => ({
    ...(await target(world)),
    achieved: "已完成",
    lines: [],
  }),
  "rollup.save-department": async (world) => ({
    ...(await target(world)),
    opinion: "总体良好",
    lines: [],
  }),
  "rollup.confirm-form": (world) => form(world, "draft"),
  "rollup.reopen-form": async (world) => ({ ...(await form(world, "final")), reason: "补充数据" }),
};
