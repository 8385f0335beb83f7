import { expect } from "vitest";
import type { Role } from "@/lib/access/roles";
import type { State } from "@/lib/lifecycle/states";
import type { World } from "@/test/world";
import { type CastMember, insiders, outsiders } from "./cast";
import { allStates, sees } from "./expectations";
import { attempt, fingerprint, newestEvent, type Result } from "./watch";
import { ways } from "./ways";
import { makeScene } from "./ways/scene";

/** A row of the hand-written tables that hangs on a project. */
export interface MatrixRow {
  command: string;
  roles: readonly Role[];
  states: readonly State[];
  rolesIn?: Partial<Record<State, readonly Role[]>>;
}

type Class = "not_found" | "forbidden" | "wrong_state" | "permitted";

/** What must come of a cell, by the hand-written tables alone. */
export function expectedClass(row: MatrixRow, role: Role, state: State): Class {
  if (!sees(role, state) || isUnseeing(role)) return "not_found";
  const here = row.rolesIn?.[state] ?? row.roles;
  if (!here.includes(role)) return "forbidden";
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
}

/** Runs every role in every state against one command and checks each cell. */
export async function runRow(world: World, row: MatrixRow): Promise<RowReport> {
  const report: RowReport = { refused: 0, done: 0, heldUp: [] };
  for (const state of allStates) {
    report.refused += await refuseAll(world, row, state);
    for (const member of insiders(world)) {
      if (expectedClass(row, member.role, state) !== "permitted") continue;
      const result = await permit(world, row, state, member);
      if (result.status === 200) report.done += 1;
      else report.heldUp.push(`${state} ${member.name} ${result.code}`);
    }
  }
  return report;
}

const wayOf = (row: MatrixRow) => {
  const way = ways[row.command];
  if (way === undefined) throw new Error(`no way to try ${row.command}`);
  return way;
};

/** Every cell of a state that must be refused, on one project, which must stay as it was. */
async function refuseAll(world: World, row: MatrixRow, state: State): Promise<number> {
  const scene = await makeScene(world, state, { here: row.states.includes(state) });
  const body = await wayOf(row)(scene);
  const before = await fingerprint(world, { projects: [scene.id] });
  const cells = [
    ...insiders(world).map((member) => ({
      member,
      expected: expectedClass(row, member.role, state),
    })),
    ...outsiders(world).map((member) => ({ member, expected: "not_found" as const })),
  ];
  let refused = 0;
  for (const { member, expected } of cells) {
    if (expected === "permitted") continue;
    await refuseOne(world, row, { state, member, expected, body });
    refused += 1;
  }
  expect(await fingerprint(world, { projects: [scene.id] }), `${row.command} ${state}`).toEqual(
    before,
  );
  return refused;
}

interface Cell {
  state: State;
  member: CastMember;
  expected: keyof typeof statusOf;
  body: object;
}

/** One refused cell: the right refusal, and one event that says so, for whoever is signed in. */
async function refuseOne(world: World, row: MatrixRow, cell: Cell): Promise<void> {
  const { state, member, expected, body } = cell;
  const place = `${row.command} in ${state} by ${member.name}`;
  const { seq } = await newestEvent(world);
  const result = await attempt(row.command, member.actor, body);
  expect(result.status, place).toBe(statusOf[expected]);
  expect(codesOf[expected], place).toContain(result.code);
  const after = await newestEvent(world);
  const told = member.actor.kind === "user";
  expect(after.seq, place).toBe(told ? seq + 1n : seq);
  if (told) {
    expect(after, place).toMatchObject({
      command: row.command,
      outcome: "refused",
      code: result.code,
    });
  }
}

/** The positive control: the right role in the right state is held up by guards at most. */
async function permit(
  world: World,
  row: MatrixRow,
  state: State,
  member: CastMember,
): Promise<Result> {
  const by = member.actor.userId ?? undefined;
  const scene = await makeScene(world, state, { here: true, by });
  const result = await attempt(row.command, member.actor, await wayOf(row)(scene));
  const place = `${row.command} in ${state} by ${member.name}: ${result.code}`;
  expect([200, 409, 422], place).toContain(result.status);
  expect(["wrong_state", "version_conflict", "wrong_status"], place).not.toContain(result.code);
  return result;
}
