import { completeProposal } from "@/lib/application/proposal.fixture";
import { newId } from "@/lib/kernel/ids";
import type { State } from "@/lib/lifecycle/states";
import { loadReference } from "@/lib/reference/load";
import type { InsertedProject, PersonName, UnitName, World } from "@/test/world";

/** Who stands for the district, the unit and the rest in a scene. */
export const panelExperts: readonly PersonName[] = ["expert1", "expert2", "expert3"];

/**
 * A project of its own for one command, with what the command works on. `here` tells whether the state
 * allows the command at all: elsewhere only what its address names must be there.
 */
export interface Scene {
  world: World;
  id: string;
  state: State;
  here: boolean;
  /** Who will act, where that matters to what he acts on. */
  by: string;
  /** The columns that every row of the project carries. */
  guard: { projectId: string; unitId: string; districtId: string };
  /** Changes the project's own row. */
  set: (data: Parameters<World["owner"]["project"]["update"]>[0]["data"]) => Promise<void>;
  version: () => Promise<number>;
}

/** Arranges a scene and answers the body that the right role may send. */
export type Way = (scene: Scene) => Promise<object>;

/** Codes, and a call that thousands of projects can't exhaust. Call it once a file. */
export async function prepareWorld(world: World): Promise<void> {
  await world.owner.$transaction((tx) => loadReference(tx, { demonstration: false }), {
    timeout: 60_000,
  });
  await world.owner.call.update({
    where: { id: world.reference.call },
    data: { budget: "900000000000", maxPerUnit: 1_000_000 },
    select: { id: true },
  });
  await world.owner.callQuota.deleteMany({});
}

let made = 0;

/** States whose projects have no panel of their own yet; the experts are seated all the same. */
const unreviewed: readonly State[] = [
  "draft",
  "district_review",
  "returned",
  "not_approved",
  "withdrawn",
];

interface SceneOptions {
  here: boolean;
  by?: string;
  unit?: UnitName;
}

export async function makeScene(
  world: World,
  state: State,
  { here, by = world.id("filler"), unit = "first" }: SceneOptions,
): Promise<Scene> {
  made += 1;
  const content = completeProposal({ title: `海外合作课题第${made}号` });
  const project = await world.project({
    state,
    unit,
    content: JSON.parse(JSON.stringify(content)),
    title: content.title,
    set: { spentAmount: "2760000" },
  });
  const scene = sceneOf(world, project, { here, by });
  if (unreviewed.includes(state)) await seatPanel(scene, { purpose: "review" });
  if (state === "decision") await opinion(scene, "duplicate_check", "cleared");
  return scene;
}

export function sceneOf(
  world: World,
  project: InsertedProject,
  { here, by }: { here: boolean; by: string },
): Scene {
  const { id, state, unitId, districtId } = project;
  return {
    world,
    id,
    state,
    here,
    by,
    guard: { projectId: id, unitId, districtId },
    set: async (data) => {
      await world.owner.project.update({ where: { id }, data, select: { id: true } });
    },
    version: async () => {
      const row = await world.owner.project.findUniqueOrThrow({
        where: { id },
        select: { version: true },
      });
      return row.version;
    },
  };
}

/** A transition's body: the project's version beside the rest. */
export const step =
  (rest: object = {}, arrange: (scene: Scene) => Promise<unknown> = async () => null): Way =>
  async (scene) => {
    if (scene.here) await arrange(scene);
    return { projectId: scene.id, version: await scene.version(), ...rest };
  };

/** A child's body without a version of its own. */
export const child =
  (rest: object = {}, arrange: (scene: Scene) => Promise<unknown> = async () => null): Way =>
  async (scene) => {
    if (scene.here) await arrange(scene);
    return { projectId: scene.id, ...rest };
  };

/** An opinion on record, given by an officer who has no part in the scene. */
export async function opinion({ world, guard }: Scene, kind: string, verdict: string) {
  await world.owner.opinion.create({
    data: {
      id: newId(),
      ...guard,
      kind,
      verdict,
      text: "见材料",
      byId: world.id("officer2"),
      byName: "吕颖",
      byRole: "bureau_officer",
      at: world.now(),
    },
    select: { id: true },
  });
}

interface Seats {
  purpose: "review" | "acceptance";
  experts?: readonly PersonName[];
  status?: string;
  verdict?: string;
  /** The next one where none is named. */
  round?: number;
}

/** The next panel of a purpose, every seat in one status; answers the seats by expert. */
export async function seatPanel({ world, guard }: Scene, plan: Seats): Promise<Map<string, Seat>> {
  const { purpose, experts = panelExperts, status = "invited", verdict } = plan;
  const last = await world.owner.panel.aggregate({
    where: { projectId: guard.projectId, purpose },
    _max: { round: true },
  });
  const panelId = newId();
  const submitted = status === "submitted";
  const seats = experts.map((expert, at) => ({ id: newId(), expert, seat: at + 1 }));
  await world.owner.panel.create({
    data: {
      id: panelId,
      ...guard,
      purpose,
      round: plan.round ?? (last._max.round ?? 0) + 1,
      route: purpose === "review" ? "online" : "written",
      scoreSheetId: purpose === "review" ? world.reference.scoreSheet : null,
      conflictsClearedAt: world.now(),
      formedById: world.id("officer"),
      formedByName: "何科",
      formedAt: world.now(),
      assignments: {
        create: seats.map(({ id, expert, seat }) => ({
          id,
          ...guard,
          expertId: world.id(expert),
          expertName: world.as(expert).name,
          seat,
          status,
          dueAt: new Date(world.now().getTime() + 864_000_000),
          submittedAt: submitted ? world.now() : null,
          total: submitted && purpose === "review" ? "85" : null,
          verdict: verdict ?? null,
        })),
      },
    },
    select: { id: true },
  });
  return new Map(seats.map(({ id, expert }) => [expert, { id, version: 1 }]));
}

export interface Seat {
  id: string;
  version: number;
}

/** The seat of an expert in the latest panel of a purpose, or a new one. */
export async function seatOf(
  scene: Scene,
  purpose: Seats["purpose"],
  expert: PersonName = "expert1",
): Promise<Seat> {
  const { world, guard } = scene;
  const found = await world.owner.assignment.findFirst({
    where: {
      projectId: guard.projectId,
      expertId: world.id(expert),
      panel: { purpose, closedAt: null },
    },
    select: { id: true, version: true },
  });
  if (found) return found;
  const seat = (await seatPanel(scene, { purpose })).get(expert);
  if (!seat) throw new Error(`${expert} has no seat`);
  return seat;
}

/** The instant so many days before the world's. */
export const daysAgo = (scene: Scene, days: number): Date =>
  new Date(scene.world.now().getTime() - days * 86_400_000);
