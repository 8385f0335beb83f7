import { type Actor, holds } from "@/lib/access/actor";
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
  params: true,
  reason: true,
  fileHashes: true,
} as const satisfies Prisma.EventSelect;

type Row = Prisma.EventGetPayload<{ select: typeof select }>;

const toLine = ({ seq, params, ...row }: Row): EventLine => ({
  ...row,
  seq: seq.toString(),
  params: paramsOf(params),
});

const timelineLimit = 500;

/**
 * What happened to a project, latest first, as far as the actor may know: applicants no event for
 * officials, experts only the steps of the life-cycle, and nobody but officials refused attempts.
 * Empty outside the actor's scope.
 */
export async function timelineOf(tx: Tx, actor: Actor, projectId: string): Promise<EventLine[]> {
  const seen = await tx.project.findFirst({
    where: { AND: [{ id: projectId }, projectScope(actor)] },
    select: { registrationId: true },
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
  return seesOnlyAsExpert(actor) ? rows.map(withoutDetails) : rows.map(toLine);
}

function audienceOf(actor: Actor): Prisma.EventWhereInput {
  if (holds(actor, "system", ...citywideRoles, "district_officer")) return {};
  if (seesOnlyAsExpert(actor)) return { audience: "parties", transition: { not: null } };
  return { audience: "parties" };
}

/** An expert reads that a step was taken; who said what could name another expert. */
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

/** A page of the whole log, latest first, for the auditor; `next` continues it. */
export async function eventsPage(
  tx: Tx,
  actor: Actor,
  filter: EventFilter = {},
): Promise<{ events: LoggedEvent[]; next: string | null }> {
  if (!holds(actor, "auditor", "system")) return { events: [], next: null };
  const asked = filter.project ? await projectsNamed(tx, filter.project) : null;
  const rows = await tx.event.findMany({
    where: { AND: [whereOf(filter), asked === null ? {} : { projectId: { in: asked } }] },
    orderBy: { seq: "desc" },
    take: pageSize + 1,
    select,
  });
  const events = await withProjects(tx, rows.slice(0, pageSize).map(toLine));
  return { events, next: rows.length > pageSize ? (events.at(-1)?.seq ?? null) : null };
}

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
