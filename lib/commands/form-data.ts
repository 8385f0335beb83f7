import type { Actor } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Command } from "@/lib/kernel/command";
import { failingGuards, type GuardCode } from "@/lib/lifecycle/guards";
import { transitionRow } from "@/lib/lifecycle/transitions";
import { mayTransition } from "@/lib/project/command";
import { type ProjectDetail, projectDetail } from "@/lib/project/detail";
import { loadFacts } from "@/lib/project/facts";
import { readProject } from "@/lib/project/load";
import type { Locale, Names } from "@/lib/reference/names";
import { aboutOf } from "./about";
import type { AboutLine } from "./about/types";
import { type ChoiceLists, choicesFor } from "./choices";
import { hiddenFields, listNames, readHidden } from "./form-fields";
import { prefillFor } from "./prefill";
import type { Prefill } from "./prefill/types";

/** Why a form is not offered; null when it is. */
export type FormRefusal = "wrong_role" | "four_eyes" | "wrong_state" | "incomplete_address" | null;

/** All that the page of a command's form needs. */
export interface CommandFormData {
  project: ProjectDetail;
  refusal: FormRefusal;
  /** What the step is about. */
  about: readonly AboutLine[];
  /** What stands against the step now. */
  blockedBy: readonly GuardCode[];
  documents: readonly string[];
  /** Ids and versions that nobody types. */
  hidden: Record<string, string | number>;
  prefill: Prefill;
  lists: ChoiceLists;
}

interface Asked {
  command: Command;
  projectId: string;
  /** The rest of the address. */
  search: Readonly<Record<string, string>>;
  /** The collective decision is entered for the manager. */
  byProxy: boolean;
  locale: Locale;
  names: Names;
  now: Date;
}

/** Reads what the form of a command on a project needs; null outside the actor's scope. */
export async function commandFormData(
  tx: Tx,
  actor: Actor,
  asked: Asked,
): Promise<CommandFormData | null> {
  const { command, projectId, search, locale, names, now } = asked;
  const project = await projectDetail(tx, actor, projectId, now);
  if (project === null) return null;
  const prefill = await prefillFor(command.name, {
    tx,
    actor,
    project,
    search,
    locale,
    names,
    now,
  });
  const hidden = hiddenValues(command, project, search, prefill);
  const missing = requiredHidden(command).some((name) => hidden[name] === undefined);
  const standing = await standingOf(tx, actor, asked);
  return {
    project,
    about:
      standing.refusal === null ? await aboutOf(command.name, { tx, project, hidden, now }) : [],
    refusal: standing.refusal ?? (missing ? "incomplete_address" : null),
    blockedBy: standing.blockedBy,
    documents: command.transition ? transitionRow(command.transition).documents : [],
    hidden,
    prefill,
    lists: await choicesFor({ tx, actor, projectId, search, locale, now }, [
      ...listNames(command.input),
    ]),
  };
}

/** The address names children; a prefill knows better; the project's own version is a step's. */
function hiddenValues(
  command: Command,
  project: ProjectDetail,
  search: Asked["search"],
  prefill: Prefill,
): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const name of hiddenFields(command.input)) {
    const text = search[name];
    const read = text === undefined ? undefined : readHidden(command.input, name, text);
    if (read !== undefined) values[name] = read;
  }
  Object.assign(values, prefill.hidden);
  values.projectId = project.id;
  if (!hiddenFields(command.input).includes("version")) return values;
  if (command.transition !== null || values.version === undefined) values.version = project.version;
  return values;
}

function requiredHidden(command: Command): string[] {
  return hiddenFields(command.input).filter((name) => !acceptsAbsence(command, name));
}

function acceptsAbsence(command: Command, name: string): boolean {
  const problems = command.input.safeParse({}).error?.issues ?? [];
  return !problems.some(({ path }) => path[0] === name);
}

/** May the actor take this step on this project now, and what stands against it? */
async function standingOf(
  tx: Tx,
  actor: Actor,
  { command, projectId, byProxy, now }: Asked,
): Promise<{ refusal: FormRefusal; blockedBy: readonly GuardCode[] }> {
  const project = await readProject(tx, actor, projectId);
  if (project === null) return { refusal: "wrong_state", blockedBy: [] };
  if (command.transition === null) {
    const verdict = mayAs(actor, project, command.roles);
    if (!isAllowed(verdict)) return { refusal: verdict.refused, blockedBy: [] };
    const wrong = command.states !== null && !command.states.includes(project.state);
    return { refusal: wrong ? "wrong_state" : null, blockedBy: [] };
  }
  const row = transitionRow(command.transition);
  const verdict = byProxy
    ? mayAs(actor, project, bureauRoles)
    : mayTransition(actor, project, command.transition);
  if (!isAllowed(verdict)) return { refusal: verdict.refused, blockedBy: [] };
  if (!row.from.includes(project.state)) return { refusal: "wrong_state", blockedBy: [] };
  const facts = await loadFacts(tx, project, now);
  return { refusal: null, blockedBy: failingGuards(row.guards, project, facts, now) };
}
