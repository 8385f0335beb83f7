import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { mayAs, mayWithFourEyes, type Verdict } from "@/lib/access/policy";
import type { Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import {
  type Command,
  type CommandContext,
  defineCommand,
  type Outcome,
} from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import type { ProjectFacts } from "@/lib/lifecycle/facts";
import { failingGuards, type GuardCode } from "@/lib/lifecycle/guards";
import type { State } from "@/lib/lifecycle/states";
import { type TransitionId, transitionRow } from "@/lib/lifecycle/transitions";
import { type Advanced, type AdvanceOptions, advance } from "./advance";
import { loadFacts } from "./facts";
import { lockProject, type ProjectRecord } from "./load";

/** A project as commands load it: locked, in scope, with the facts that its guards ask. */
export interface LoadedProject extends ProjectRecord {
  facts: ProjectFacts;
}

type TargetSchema = z.ZodType<{ projectId: string; version: number }>;
type ChildSchema = z.ZodType<{ projectId: string }>;

export interface TransitionSpec<S extends TargetSchema> {
  name: string;
  transition: TransitionId;
  input: S;
  /** Overrides the table's policy where the rule asks more than roles and four-eyes. */
  allow?: (actor: Actor, project: LoadedProject) => Verdict;
  /** Further pure rules on the record (409) or the input (422); throws a Refusal. */
  rule?: (project: LoadedProject, input: z.output<S>, now: Date, actor: Actor) => void;
  /** Writes what belongs to the step and says how the project advances. */
  run: (
    context: CommandContext,
    project: LoadedProject,
    input: z.output<S>,
  ) => Promise<AdvanceOptions>;
}

/** Defines the one command of a transition: roles, states, guards and four-eyes come from the table. */
export function defineTransition<S extends TargetSchema>(spec: TransitionSpec<S>): Command {
  const row = transitionRow(spec.transition);
  if (row.command !== spec.name) throw new Error(`${spec.transition} belongs to ${row.command}`);
  return defineCommand<S, LoadedProject, Advanced["data"]>({
    name: spec.name,
    input: spec.input,
    callers: row.roles.includes("system") ? ["user", "system"] : ["user"],
    roles: row.roles,
    transition: spec.transition,
    load: (tx, input, actor, now) =>
      loadWithFacts(tx, actor, input.projectId, now, row.guards.some(countsInCall)),
    allow: spec.allow ?? ((actor, project) => mayTransition(actor, project, spec.transition)),
    rule: (project, input, now, actor) => {
      requireState(project, row.from);
      requireVersion(project, input.version);
      requireGuards(spec.transition, project, now);
      spec.rule?.(project, input, now, actor);
    },
    run: async (context, project, input) =>
      advance(context, project, spec.transition, await spec.run(context, project, input)),
  });
}

/** Limits over the projects of one call: two that are decided at once must not both count the other out. */
const countsInCall = (code: GuardCode): boolean =>
  code === "inside_unit_limit" || code === "inside_district_quota";

/** The table's policy for a transition, direct units and four-eyes included. */
export function mayTransition(actor: Actor, project: ProjectRecord, id: TransitionId): Verdict {
  const row = transitionRow(id);
  return row.fourEyes
    ? mayWithFourEyes(actor, project, row.roles)
    : mayAs(actor, project, row.roles);
}

export interface ProjectCommandSpec<S extends ChildSchema, O> {
  name: string;
  input: S;
  roles: readonly Role[];
  states: readonly State[];
  callers?: readonly Actor["kind"][];
  rateLimit?: number;
  keepsOwnVersions?: boolean;
  confidential?: boolean;
  fourEyes?: boolean;
  allow?: (actor: Actor, project: LoadedProject, input: z.output<S>) => Verdict;
  rule?: (project: LoadedProject, input: z.output<S>, now: Date, actor: Actor) => void;
  run: (context: CommandContext, project: LoadedProject, input: z.output<S>) => Promise<Outcome<O>>;
}

/** Defines a command on something that hangs on a project: possible only in the named states. */
export function defineProjectCommand<S extends ChildSchema, O>(
  spec: ProjectCommandSpec<S, O>,
): Command {
  const check = spec.fourEyes ? mayWithFourEyes : mayAs;
  return defineCommand<S, LoadedProject, O>({
    name: spec.name,
    input: spec.input,
    roles: spec.roles,
    states: spec.states,
    callers: spec.callers,
    rateLimit: spec.rateLimit,
    keepsOwnVersions: spec.keepsOwnVersions,
    confidential: spec.confidential,
    load: (tx, input, actor, now) => loadWithFacts(tx, actor, input.projectId, now),
    allow: spec.allow ?? ((actor, project) => check(actor, project, spec.roles)),
    rule: (project, input, now, actor) => {
      requireState(project, spec.states);
      spec.rule?.(project, input, now, actor);
    },
    run: spec.run,
  });
}

/** The event frame of a child's step. */
export function childEvent(
  project: ProjectRecord,
  subject: { type: string; id: string },
  rest: Pick<
    NonNullable<Outcome<unknown>["event"]>,
    "params" | "reason" | "fileHashes" | "audience"
  > = {},
) {
  return {
    projectId: project.id,
    unitId: project.unitId,
    districtId: project.districtId,
    subject,
    ...rest,
  };
}

/** The guard columns that every row of a project carries. */
export function guardedBy(project: Pick<ProjectRecord, "id" | "unitId" | "districtId">) {
  return { projectId: project.id, unitId: project.unitId, districtId: project.districtId };
}

async function loadWithFacts(
  tx: Tx,
  actor: Actor,
  projectId: string,
  now: Date,
  callToo = false,
): Promise<LoadedProject | null> {
  const project = await lockProject(tx, actor, projectId);
  if (project === null) return null;
  if (callToo && project.callId !== null) {
    await tx.$queryRaw`select id from call where id = ${project.callId}::uuid for update`;
  }
  return { ...project, facts: await loadFacts(tx, project, now) };
}

function requireState(project: ProjectRecord, states: readonly State[]): void {
  if (!states.includes(project.state)) throw conflict("wrong_state", { state: project.state });
}

function requireVersion(project: ProjectRecord, version: number): void {
  if (project.version !== version) throw conflict("version_conflict", { version: project.version });
}

function requireGuards(id: TransitionId, project: LoadedProject, now: Date): void {
  const [code] = failingGuards(transitionRow(id).guards, project, project.facts, now);
  if (code) throw conflict(code);
}
