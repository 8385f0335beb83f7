import { type Actor, holds } from "@/lib/access/actor";
import { seesExperts } from "@/lib/access/experts";
import { citywideRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isId } from "@/lib/kernel/ids";
import { paramsOf, type TextParams } from "./params";

/** One thing that happened, as codes: the screen tells it by `<room>.events.<verb-noun>`. */
export interface EventLine {
  id: string;
  seq: string;
  at: Date;
  command: string;
  outcome: string;
  code: string | null;
  transition: string | null;
  fromState: string | null;
  toState: string | null;
  actorName: string;
  actorRole: string;
  projectId: string | null;
  subjectType: string | null;
  params: TextParams;
  reason: string | null;
  fileHashes: string[];
}

const select = {
  id: true,
  seq: true,
  at: true,
  command: true,
  outcome: true,
  code: true,
  transition: true,
  fromState: true,
  toState: true,
  actorName: true,
  actorRole: true,
  projectId: true,
  subjectType: true,
  subjectId: true,
  params: true,
  reason: true,
  fileHashes: true,
  audience: true,
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof select }>;

/** The project that an event is about; a refused attempt has it as its subject only. */
const projectOf = (row: Row): string | null =>
  row.projectId ?? (row.subjectType === "project" ? row.subjectId : null);

function toLine(row: Row): EventLine {
  const { seq, params, subjectId: _, audience: __, ...rest } = row;
  return { ...rest, projectId: projectOf(row), seq: seq.toString(), params: paramsOf(params) };
}

const timelineLimit = 500;

/**
 * What happened to a project, latest first, as far as the actor may know: applicants no event for
 * officials, experts only the steps of the life-cycle, and nobody but officials refused attempts.
 * Empty outside the actor's scope.
 */
export async function timelineOf(tx: Tx, actor: Actor, projectId: string): Promise<EventLine[]> {
  const seen = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: { registrationId: true, state: true },
  });
  if (seen === null) return [];
  const own: Prisma.EventWhereInput[] = [{ projectId }];
  // A registered project came in with its batch, which has one event.
  if (seen.registrationId)
    own.push({ subjectType: "registration", subjectId: seen.registrationId });
  const rows = await tx.event.findMany({
    where: { AND: [{ OR: own, outcome: "done" }, audienceOf(actor)] },
    orderBy: { seq: "desc" },
    take: timelineLimit,
    select,
  });
  if (seesOnlyAsExpert(actor)) return rows.map(withoutDetails);
  const named = seesExperts(actor, seen.state);
  return rows.map((row) => (named || !tellsOfExperts(row) ? toLine(row) : withoutDetails(row)));
}

function audienceOf(actor: Actor): Prisma.EventWhereInput {
  if (holds(actor, "system", ...citywideRoles, "district_officer")) return {};
  if (seesOnlyAsExpert(actor)) return { audience: "parties", transition: { not: null } };
  return { audience: "parties" };
}

/** What an expert did, or what the bureau did about a panel, apart from what it told the parties. */
export const tellsOfExperts = (row: Pick<Row, "actorRole" | "subjectType" | "audience">): boolean =>
  row.actorRole === "expert" ||
  (row.audience === "officials" &&
    (row.subjectType === "assignment" || row.subjectType === "panel"));

/** That a step was taken; who said what could name an expert. */
function withoutDetails(row: Row): EventLine {
  return { ...toLine(row), actorName: "", params: {}, reason: null, fileHashes: [] };
}

export interface EventFilter {
  /** A command or the beginning of one, such as `approval.`. */
  command?: string;
  outcome?: "done" | "refused";
  actorName?: string;
  /** A project's id, its number, or a part of its title. */
  project?: string;
  from?: Date;
  to?: Date;
  /** Events before this number: the next page. */
  before?: bigint;
}

const pageSize = 50;

/**
 * A page of the whole log, latest first, for the auditor; `next` continues it. What names experts is
 * veiled until their project is decided, and then a search for a name doesn't find it either, so
 * that a page can hold fewer than fifty.
 */
export async function eventsPage(
  tx: Tx,
  actor: Actor,
  filter: EventFilter = {},
): Promise<{ events: LoggedEvent[]; next: string | null }> {
  if (!holds(actor, "auditor", "system")) return { events: [], next: null };
  const asked = filter.project ? await projectsNamed(tx, filter.project) : null;
  const rows = await tx.event.findMany({
    where: { AND: [whereOf(filter), asked === null ? {} : about(asked)] },
    orderBy: { seq: "desc" },
    take: pageSize + 1,
    select,
  });
  const page = rows.slice(0, pageSize);
  const events = await withProjects(tx, await veiled(tx, actor, page, Boolean(filter.actorName)));
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { events, next: last?.seq.toString() ?? null };
}

async function veiled(
  tx: Tx,
  actor: Actor,
  rows: readonly Row[],
  drop: boolean,
): Promise<EventLine[]> {
  const ids = rows.filter(tellsOfExperts).flatMap((row) => projectOf(row) ?? []);
  const projects = await tx.project.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, state: true },
  });
  const secret = new Set(
    projects.filter(({ state }) => !seesExperts(actor, state)).map(({ id }) => id),
  );
  const isSecret = (row: Row) => tellsOfExperts(row) && secret.has(projectOf(row) ?? "");
  return rows
    .filter((row) => !(drop && isSecret(row)))
    .map((row) => (isSecret(row) ? withoutDetails(row) : toLine(row)));
}

const about = (ids: string[]): Prisma.EventWhereInput => ({
  OR: [{ projectId: { in: ids } }, { subjectType: "project", subjectId: { in: ids } }],
});

const mostProjects = 500;

async function projectsNamed(tx: Tx, text: string): Promise<string[]> {
  if (isId(text)) return [text];
  const found = await tx.project.findMany({
    where: { OR: [{ number: { startsWith: text } }, { title: { contains: text } }] },
    take: mostProjects,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** An event of the log with its project as people know it. */
export interface LoggedEvent extends EventLine {
  project: { number: string | null; title: string } | null;
}

async function withProjects(tx: Tx, events: readonly EventLine[]): Promise<LoggedEvent[]> {
  const ids = [...new Set(events.flatMap(({ projectId }) => (projectId ? [projectId] : [])))];
  const rows = await tx.project.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, title: true },
  });
  const known = new Map(rows.map(({ id, ...project }) => [id, project]));
  return events.map((event) => ({
    ...event,
    project: (event.projectId && known.get(event.projectId)) || null,
  }));
}

function whereOf({ command, outcome, actorName, from, to, before }: EventFilter) {
  return {
    ...(command ? { command: { startsWith: command } } : {}),
    ...(outcome ? { outcome } : {}),
    ...(actorName ? { actorName: { contains: actorName } } : {}),
    ...(from || to ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
    ...(before === undefined ? {} : { seq: { lt: before } }),
  } satisfies Prisma.EventWhereInput;
}
