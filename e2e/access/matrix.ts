import { expect } from "vitest";
import type { Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import type { World } from "@/test/world";
import { type CastMember, insiders, outsiders } from "./cast";
import { allStates, sees } from "./expectations";
import { attempt, fingerprint, newestEvent, type Result } from "./watch";
import { ways } from "./ways";
import { makeScene, type Scene } from "./ways/scene";

/** A row of the hand-written tables that hangs on a project. */
export interface MatrixRow {
  command: string;
  roles: readonly Role[];
  states: readonly State[];
  rolesIn?: Partial<Record<State, readonly Role[]>>;
  closedToApplicants?: readonly State[];
}

type Class = "not_found" | "forbidden" | "wrong_state" | "permitted";

/** What must come of a cell, by the hand-written tables alone. */
export function expectedClass(row: MatrixRow, role: Role, state: State): Class {
  if (!sees(role, state) || isUnseeing(role)) return "not_found";
  const here = row.rolesIn?.[state] ?? row.roles;
  if (!here.includes(role)) return "forbidden";
  const applicant = role === "filler" || role === "unit_admin";
  if (applicant && row.closedToApplicants?.includes(state)) return "wrong_state";
  return row.states.includes(state) ? "permitted" : "wrong_state";
}

const isUnseeing = (role: Role): boolean =>
  role === "sysadmin" || role === "security_admin" || role === "public";

const statusOf = { not_found: 404, forbidden: 403, wrong_state: 409 } as const;
const codesOf: Record<keyof typeof statusOf, readonly string[]> = {
  not_found: ["not_found"],
  forbidden: ["wrong_role"],
  wrong_state: ["wrong_state"],
};

/** What a whole row of the matrix did. */
export interface RowReport {
  refused: number;
  done: number;
  /** Permitted cells that a guard or the input's own rule held up, as `state role code`. */
  heldUp: string[];
  /** The events that the refusals must have left: project, actor, code. */
  events: string[];
}

/** Fewer than the application's connections, so that none waits for one. */
const cellsAtOnce = 8;

/** Runs every role in every state against one command and checks each cell. */
export async function runRow(world: World, row: MatrixRow): Promise<RowReport> {
  const report: RowReport = { refused: 0, done: 0, heldUp: [], events: [] };
  const { seq } = await newestEvent(world);
  for (const state of allStates) await runState(world, row, state, report);
  const events = await world.owner.event.findMany({
    where: { seq: { gt: seq }, outcome: "refused" },
    select: { subjectId: true, actorId: true, code: true, command: true },
  });
  const told = events.map((each) => eventText(each.subjectId, each.actorId, each.code));
  expect(told.sort(), row.command).toEqual(report.events.sort());
  expect(events.every(({ command }) => command === row.command)).toBe(true);
  return report;
}

const eventText = (project: string | null, actor: string | null, code: string | null) =>
  `${project} ${actor} ${code}`;

async function runState(
  world: World,
  row: MatrixRow,
  state: State,
  report: RowReport,
): Promise<void> {
  await refuseAll(world, row, state, report);
  for (const member of insiders(world)) {
    if (expectedClass(row, member.role, state) !== "permitted") continue;
    await permit(world, row, state, { member, report });
  }
}

const wayOf = (row: MatrixRow) => {
  const way = ways[row.command];
  if (way === undefined) throw new Error(`no way to try ${row.command}`);
  return way;
};

/** Every cell of a state that must be refused, all at once on one project, which must stay as it was. */
async function refuseAll(
  world: World,
  row: MatrixRow,
  state: State,
  report: RowReport,
): Promise<void> {
  const scene = row.states.includes(state)
    ? await makeScene(world, state, { here: true })
    : await bystander(world, state);
  const body = await wayOf(row)(scene);
  const before = await fingerprint(world, { projects: [scene.id] });
  const cells = [
    ...insiders(world).map((member) => ({
      member,
      expected: expectedClass(row, member.role, state),
    })),
    ...foreigners(world, row, state).map((member) => ({
      member,
      expected: "not_found" as const,
    })),
  ];
  const tries = cells.map(({ member, expected }) => async () => {
    if (expected === "permitted") return;
    const place = `${row.command} in ${state} by ${member.name}`;
    const result = await attempt(row.command, member.actor, body);
    expect(result.status, place).toBe(statusOf[expected]);
    expect(codesOf[expected], place).toContain(result.code);
    note(report, scene.id, member, result);
    report.refused += 1;
  });
  await inGroups(tries);
  expect(await fingerprint(world, { projects: [scene.id] }), `${row.command} ${state}`).toEqual(
    before,
  );
}

/** All of them where the command is possible; elsewhere they take turns. */
function foreigners(world: World, row: MatrixRow, state: State): CastMember[] {
  const all = outsiders(world);
  const turn = allStates.indexOf(state) % all.length;
  return row.states.includes(state) ? all : all.filter((_, at) => at === turn);
}

async function inGroups(tries: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < tries.length; at += cellsAtOnce) {
    const ends = await Promise.allSettled(tries.slice(at, at + cellsAtOnce).map((each) => each()));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }
}

const bystanders = new Map<State, Promise<Scene>>();

/** A project in a state where the command is not possible: all commands of a file share it. */
function bystander(world: World, state: State): Promise<Scene> {
  const known = bystanders.get(state) ?? makeScene(world, state, { here: false });
  bystanders.set(state, known);
  return known;
}

/** A refusal of somebody signed in leaves one event; strangers leave none. */
function note(report: RowReport, project: string, { actor }: CastMember, result: Result): void {
  if (actor.kind === "user" && [403, 404, 409].includes(result.status)) {
    report.events.push(eventText(project, actor.userId, result.code));
  }
}

/** The positive control: the right role in the right state is held up by guards at most. */
async function permit(
  world: World,
  row: MatrixRow,
  state: State,
  { member, report }: { member: CastMember; report: RowReport },
): Promise<void> {
  const by = member.actor.userId ?? undefined;
  const scene = await makeScene(world, state, { here: true, by });
  const result = await attempt(row.command, member.actor, await wayOf(row)(scene));
  const place = `${row.command} in ${state} by ${member.name}: ${result.code}`;
  expect([200, 409, 422], place).toContain(result.status);
  expect(["wrong_state", "version_conflict", "wrong_status"], place).not.toContain(result.code);
  note(report, scene.id, member, result);
  if (result.status === 200) report.done += 1;
  else report.heldUp.push(`${state} ${member.name} ${result.code}`);
}
