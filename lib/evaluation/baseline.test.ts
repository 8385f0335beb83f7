import { expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { readProject } from "@/lib/project/load";
import type { TargetPlan } from "@/lib/project/plan";
import { useWorld } from "@/test/world";
import { type BaselineRequest, freezeBaseline } from "./baseline";

const world = useWorld();

async function freeze(projectId: string, cause: BaselineRequest["cause"], targets: TargetPlan[]) {
  const actor = world.as("officer");
  return database().$transaction(async (tx) => {
    const project = await readProject(tx, actor, projectId);
    if (project === null) throw new Error("no project");
    return freezeBaseline({ tx, actor, now: world.now() }, project, {
      cause,
      indicatorSetId: world.reference.indicatorSet,
      targets,
    });
  });
}

const targetsOf = async (baselineId: string) => {
  const rows = await world.owner.target.findMany({
    where: { baselineId },
    select: { indicatorCode: true, value: true, core: true },
  });
  return new Map(rows.map((row) => [row.indicatorCode, row]));
};

it("counts versions from the contract on and fills in the set's defaults and the budget", async () => {
  const { id } = await world.project({ state: "formal_review" });
  const first = await freeze(id, "application", []);
  expect(first.version).toBe(0);
  const again = await freeze(id, "application", [
    { indicatorCode: "Q1", value: "4", core: true },
    { indicatorCode: "B0", value: "999", core: false },
  ]);
  expect(again.version).toBe(0);
  expect(await world.owner.baseline.count({ where: { projectId: id } })).toBe(1);
  const targets = await targetsOf(again.id);
  expect(targets.size).toBe(24);
  expect(targets.get("Q1")).toMatchObject({ value: "4", core: true });
  expect(targets.get("Q2")).toMatchObject({ value: "2", core: false });
  expect(targets.get("B0")?.value).toBe("300");
  expect(targets.get("K1")?.value).toBe("300");
  expect(targets.get("S1")?.value).toBe("achieved");
  expect((await freeze(id, "contract", [])).version).toBe(1);
  expect((await freeze(id, "change", [])).version).toBe(2);
  expect(await world.owner.baseline.count({ where: { projectId: id } })).toBe(3);
});

it("refuses targets on unknown or repeated indicators and values of no kind, on their field", async () => {
  const { id } = await world.project({ state: "formal_review" });
  const target = (indicatorCode: string, value: string) => ({ indicatorCode, value, core: false });
  await expect(
    freeze(id, "contract", [
      target("X9", "1"),
      target("Q1", "viele"),
      target("S1", "80"),
      target("Q2", "1"),
      target("Q2", "2"),
    ]),
  ).rejects.toMatchObject({
    status: 422,
    details: {
      fields: {
        "targets.0.indicatorCode": [{ code: "indicator_unknown" }],
        "targets.1.value": [{ code: "target_not_a_figure" }],
        "targets.2.value": [{ code: "target_not_a_band" }],
        "targets.4.indicatorCode": [{ code: "indicator_repeated" }],
      },
    },
  });
  expect(await world.owner.baseline.count({ where: { projectId: id } })).toBe(0);
});
