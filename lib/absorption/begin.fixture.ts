import { systemActor } from "@/lib/access/actor";
import { database, type Tx } from "@/lib/db/client";
import { lockProject } from "@/lib/project/load";
import type { UndertakingPlan } from "@/lib/project/plan";
import type { InsertedProject, PersonName, ProjectOptions, World } from "@/test/world";
import { ledgerOf } from "./queries";
import { startAbsorption } from "./start";

const technology = (name: string, weight: number, main: boolean) => ({
  name,
  weight,
  main,
  trlScaleId: "qd13",
  trlStart: 5,
  pointsTotal: 10,
  importBy: "2026-06-30",
  digestBy: "2026-12-31",
  absorbBy: "2027-06-30",
  reinnovateBy: "2027-11-30",
});

/** Three technologies with the weights of domain.md §2.2, one milestone, 60 % and 40 % of the grant. */
export const examplePlan: UndertakingPlan = {
  technologies: [
    technology("相控换能器", 0.5, true),
    technology("测温成像", 0.3, false),
    technology("治疗规划软件", 0.2, false),
  ],
  targets: [],
  milestones: [{ name: "样机完成", plannedOn: "2026-09-30" }],
  tranches: [
    { condition: "合同签订", amount: "360000", plannedOn: "2026-03-31" },
    { condition: "中期检查", amount: "240000", plannedOn: null },
  ],
};

/** A running project that began through `startAbsorption`, as T17 and T00 begin one. */
export async function begin(
  world: World,
  options: Partial<ProjectOptions> = {},
  plan: UndertakingPlan = examplePlan,
): Promise<InsertedProject> {
  const project = await world.project({ state: "active", bare: true, ...options });
  await database().$transaction(async (tx) => {
    const record = await lockProject(tx, systemActor, project.id);
    if (record === null) throw new Error("the project is not there");
    const context = { tx, actor: systemActor, now: world.now() };
    await startAbsorption(context, record, plan, { contractVersion: 1 });
  });
  return project;
}

/** Reads in a transaction of its own. */
export const read = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => database().$transaction(fn);

/** The ledger as a person sees it; throws where the person sees none. */
export async function ledger(world: World, person: PersonName, projectId: string) {
  const view = await read((tx) => ledgerOf(tx, world.as(person), projectId, world.now()));
  if (view === null) throw new Error("no ledger in scope");
  return view;
}

/** One cell of the matrix. */
export async function cell(world: World, projectId: string, technologyIndex: number, link: string) {
  const view = await ledger(world, "enterprise", projectId);
  const row = view.technologies[technologyIndex];
  const found = row?.links.find((each) => each.link === link);
  if (!row || !found) throw new Error("no such cell");
  return { technology: row, link: found };
}
