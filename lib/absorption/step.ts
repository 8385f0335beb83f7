import type { z } from "zod";
import type { Tx } from "@/lib/db/client";
import {
  type Command,
  type CommandContext,
  defineCommand,
  type Outcome,
} from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { lockProject, type ProjectRecord } from "@/lib/project/load";
import { mayStep, type StepChild, type StepName, stepRow } from "./steps";

/** A child as its steps load it. */
export interface LoadedChild extends StepChild {
  id: string;
  version: number;
}

type StepInput = z.ZodType<{ projectId: string; version: number }>;

interface StepSpec<S extends StepInput, C extends LoadedChild, O> {
  name: StepName;
  input: S;
  keepsOwnVersions?: boolean;
  /** The child that the input names, of this project only; null is a 404. */
  find: (tx: Tx, project: ProjectRecord, input: z.output<S>) => Promise<C | null>;
  /** Further pure rules on the child (409) or the input (422); throws a Refusal. */
  rule?: (project: ProjectRecord, child: C, input: z.output<S>, now: Date) => void;
  run: (
    context: CommandContext,
    project: ProjectRecord,
    child: C,
    input: z.output<S>,
  ) => Promise<Outcome<O>>;
}

interface Loaded<C> {
  project: ProjectRecord;
  child: C;
}

/**
 * Defines a step on a child of a project, whose roles, states and statuses stand in `steps.ts`. The
 * project is locked, so a child can't change between its check and its write.
 */
export function defineStep<S extends StepInput, C extends LoadedChild, O>(
  spec: StepSpec<S, C, O>,
): Command {
  const step = stepRow(spec.name);
  return defineCommand<S, Loaded<C>, O>({
    name: spec.name,
    input: spec.input,
    roles: step.roles,
    states: step.states,
    ...(spec.keepsOwnVersions ? { keepsOwnVersions: true } : {}),
    load: async (tx, input, actor) => {
      const project = await lockProject(tx, actor, input.projectId);
      if (project === null) return null;
      const child = await spec.find(tx, project, input);
      return child === null ? null : { project, child };
    },
    allow: (actor, { project, child }) => mayStep(actor, project, spec.name, child),
    rule: ({ project, child }, input, now) => {
      if (!step.states.includes(project.state)) {
        throw conflict("wrong_state", { state: project.state });
      }
      if (child.version !== input.version) {
        throw conflict("version_conflict", { version: child.version });
      }
      if (!step.from.includes(child.status)) {
        throw conflict("wrong_status", { status: child.status });
      }
      spec.rule?.(project, child, input, now);
    },
    run: (context, { project, child }, input) => spec.run(context, project, child, input),
  });
}

/** The conditional write's condition on a child: its status and version as they were loaded. */
export const asLoaded = (
  project: ProjectRecord,
  child: LoadedChild,
): { id: string; projectId: string; status: string; version: number } => ({
  id: child.id,
  projectId: project.id,
  status: child.status,
  version: child.version,
});
