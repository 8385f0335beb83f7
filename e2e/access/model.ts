import type fc from "fast-check";
import { expect } from "vitest";
import type { Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import type { World } from "@/test/world";
import { type CastMember, insiders } from "./cast";
import { type ExpectedTransition, expectedTransitions } from "./expectations";
import { expectedClass } from "./matrix";
import { attempt, newestEvent, type Result } from "./watch";
import { ways } from "./ways";
import { opinion, type Scene } from "./ways/scene";

/** Every transition but registration, which has no state to start from. */
export const moves: readonly ExpectedTransition[] = expectedTransitions.filter(
  ({ id }) => id !== "T00",
);

/** What the model knows of a project's life: where it stands, and how often it was written. */
export interface Model {
  state: State;
  version: number;
  /** The district's officer has recommended: for four-eyes he is a hand of the file. */
  recommended: boolean;
  /** An expert was seated; before that he has no part in the project. */
  seated: boolean;
}

export interface Real {
  world: World;
  scene: Scene;
  covered: Set<string>;
}

export const triple = (state: State, id: string, role: Role): string => `${state} ${id} ${role}`;

/** Whose turn a state is (domain.md §1.3), first of them where there are several; null at the end. */
const turns: Readonly<Record<State, Role | null>> = {
  draft: "filler",
  district_review: "district_officer",
  returned: "filler",
  formal_review: "bureau_officer",
  expert_review: "expert",
  decision: "manager",
  publicity: "manager",
  contracting: "unit_admin",
  active: "filler",
  suspended: "bureau_officer",
  acceptance_filing: "unit_admin",
  acceptance_review: "bureau_officer",
  rectification: "unit_admin",
  evaluation: "unit_admin",
  tracking: "unit_admin",
  archived: null,
  not_approved: null,
  withdrawn: null,
  terminated: "bureau_officer",
  revoked: "bureau_officer",
};

/** A correction goes to the bureau at once: the unit has nothing to say again. */
const turnAfter = (id: string, state: State): Role | null =>
  id === "T36" ? "bureau_officer" : turns[state];

/** Where the work of the state stands on the desk under names of its own: seats, links, reports. */
const withoutOwnDuty: readonly State[] = ["expert_review", "active", "tracking"];

/** One actor tries one transition; with help, all its guards hold by then. */
export class Move implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly row: ExpectedTransition,
    private readonly who: number,
    private readonly helped: boolean,
  ) {}

  check = () => true;

  toString = () => `${this.row.id} by ${this.who}${this.helped ? "" : " unprepared"}`;

  async run(model: Model, real: Real): Promise<void> {
    const { world, covered } = real;
    const member = this.member(world);
    const expected = classBy(this.row, member.role, model);
    const here = expected === "permitted" && this.helped;
    const body = await bodyFor(real, model.state, this.row, here);
    const before = await seen(real);
    const { seq } = await newestEvent(world);
    const result = await attempt(this.row.command, member.actor, body);
    covered.add(triple(model.state, this.row.id, member.role));
    const place = `${this.row.id} in ${model.state} by ${member.name}: ${result.code}`;
    if (expected === "permitted" && this.helped) expect(result.status, place).toBe(200);
    if (expected === "permitted") expect([200, 409], place).toContain(result.status);
    else expect(result.status, place).toBe(refusals[expected]);
    await this.compare({ model, real, member, result, before: before.version, seq });
  }

  private member(world: World): CastMember {
    const cast = insiders(world);
    const fitting = cast.filter(({ role }) =>
      [...this.row.roles, ...Object.values(this.row.rolesIn ?? {}).flat()].includes(role),
    );
    // Half of the tries come from somebody whose step it may be, or lives would never move on.
    const pool = this.who % 2 === 0 ? fitting : cast;
    const member = pool[this.who % pool.length] ?? cast[0];
    if (member === undefined) throw new Error("the cast is empty");
    return member;
  }

  private async compare(step: Compared): Promise<void> {
    const { model, real, member, result, before, seq } = step;
    const from = model.state;
    const done = result.status === 200;
    if (done && this.row.to !== "where_it_stands") model.state = this.row.to;
    model.version = done ? before + 1 : before;
    if (done && this.row.id === "T05") model.recommended = true;
    if (done && this.row.id === "T09") model.seated = true;
    const after = await seen(real);
    const place = `after ${this.row.id} by ${member.name}`;
    expect({ state: after.state, version: after.version }, place).toEqual({
      state: model.state,
      version: model.version,
    });
    const told = done || member.actor.kind === "user";
    const newest = await newestEvent(real.world);
    expect(newest.seq, place).toBe(told ? seq + 1n : seq);
    if (!done) return;
    expect(newest, place).toMatchObject({ command: this.row.command, outcome: "done" });
    const turn = turnAfter(this.row.id, model.state);
    expect(after.turnRole, place).toBe(turn);
    await expectDuties(real, model.state, turn, `${place} from ${from}`);
  }
}

interface Compared {
  model: Model;
  real: Real;
  member: CastMember;
  result: Result;
  before: number;
  seq: bigint;
}

/** Like the matrix; and nobody recommends twice, as four-eyes stands before the state. */
export function classBy(
  row: ExpectedTransition,
  role: Role,
  { state, recommended, seated }: Omit<Model, "version">,
) {
  if (role === "expert" && !seated) return "not_found";
  const expected = expectedClass({ ...row, states: row.from }, role, state);
  const again = recommended && row.id === "T05" && role === "district_officer";
  return again && expected !== "not_found" ? "forbidden" : expected;
}

const refusals = { not_found: 404, forbidden: 403, wrong_state: 409 } as const;

async function seen({ world, scene }: Real) {
  return world.owner.project.findUniqueOrThrow({
    where: { id: scene.id },
    select: { state: true, version: true, turnRole: true },
  });
}

/** The body of a transition on this project; `here` arranges what its guards ask. */
export async function bodyFor(
  { world, scene }: Pick<Real, "world" | "scene">,
  state: State,
  row: ExpectedTransition,
  here: boolean,
): Promise<object> {
  const way = ways[row.command];
  if (way === undefined) throw new Error(`no way to try ${row.command}`);
  const now: Scene = { ...scene, state, here, by: world.id("filler") };
  if (here && row.id === "T12") await opinion(now, "duplicate_check", "cleared");
  return way(now);
}

/** The desk agrees with the turn: one open duty of the state, held by whose turn it is, and no other. */
async function expectDuties(
  { world, scene }: Real,
  state: State,
  turn: Role | null,
  place: string,
): Promise<void> {
  const open = await world.owner.duty.findMany({
    where: { projectId: scene.id, status: "open", kind: { startsWith: "state." } },
    select: { kind: true, holderRole: true },
  });
  const own = turn === null || withoutOwnDuty.includes(state);
  expect(open, place).toEqual(own ? [] : [{ kind: `state.${state}`, holderRole: turn }]);
}
