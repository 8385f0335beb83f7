import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { foldText, queryGrams } from "@/lib/kernel/bigrams";
import { type ProjectFilter, statesOf } from "./filter";
import { fundedIn } from "./funding";
import { cursorOf, type Direction, orderBy, pastCursor } from "./paging";

const pageSize = 20;

const rowSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  unitName: true,
  districtId: true,
  countryCode: true,
  industryCode: true,
  programmeLevel: true,
  year: true,
  state: true,
  subStatus: true,
  turnRole: true,
  turnSince: true,
  dueAt: true,
  grantAmount: true,
  grade: true,
  updatedAt: true,
} as const satisfies Prisma.ProjectSelect;

export type ProjectListRow = Prisma.ProjectGetPayload<{ select: typeof rowSelect }>;

export interface ProjectPage {
  rows: ProjectListRow[];
  total: number;
  /** Cursors of the neighbouring pages; null at either end. */
  before: string | null;
  after: string | null;
}

/** One page of the projects that the actor may see; by cursor, so that the last page costs what the first does. */
export async function listProjects(
  tx: Tx,
  actor: Actor,
  filter: ProjectFilter,
  now: Date,
): Promise<ProjectPage> {
  const where: Prisma.ProjectWhereInput = {
    AND: [projectScope(actor), ...filterWhere(filter, now)],
  };
  const direction: Direction = filter.before || filter.last ? "backward" : "forward";
  const cursor = filter.after ?? filter.before ?? null;
  const past = cursor === null ? null : pastCursor(filter.sort, cursor, direction);
  const rows = await tx.project.findMany({
    where: past ? { AND: [where, past] } : where,
    orderBy: orderBy(filter.sort, direction),
    take: pageSize + 1,
    select: rowSelect,
  });
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (direction === "backward") page.reverse();
  return {
    rows: page,
    total: await tx.project.count({ where }),
    ...neighbours(page, filter, more),
  };
}

/** The projects of a list for an export, in its order; at most `take`. */
export function projectsToExport(
  tx: Tx,
  actor: Actor,
  filter: ProjectFilter,
  now: Date,
  take: number,
): Promise<ProjectListRow[]> {
  return tx.project.findMany({
    where: { AND: [projectScope(actor), ...filterWhere(filter, now)] },
    orderBy: orderBy(filter.sort, "forward"),
    take,
    select: rowSelect,
  });
}

function neighbours(page: ProjectListRow[], filter: ProjectFilter, more: boolean) {
  const first = page[0];
  const last = page.at(-1);
  const backward = Boolean(filter.before || filter.last);
  const hasBefore = backward ? more : Boolean(filter.after);
  const hasAfter = backward ? Boolean(filter.before) : more;
  return {
    before: first && hasBefore ? cursorOf(filter.sort, first) : null,
    after: last && hasAfter ? cursorOf(filter.sort, last) : null,
  };
}

function filterWhere(filter: ProjectFilter, now: Date): Prisma.ProjectWhereInput[] {
  const parts: Prisma.ProjectWhereInput[] = [];
  if (filter.stage) parts.push({ state: { in: statesOf(filter.stage) } });
  if (filter.state) parts.push({ state: filter.state });
  if (filter.district) parts.push({ districtId: filter.district });
  if (filter.country) parts.push({ countryCode: filter.country });
  if (filter.industry) parts.push({ industryCode: filter.industry });
  if (filter.level) parts.push({ programmeLevel: filter.level });
  if (filter.year) parts.push({ year: filter.year });
  if (filter.funded) parts.push(fundedIn(filter.funded === "all" ? undefined : filter.funded));
  if (filter.overdue) parts.push({ dueAt: { lt: now } });
  if (filter.q) parts.push(...searchWhere(filter.q));
  return parts;
}

/** Every two-character piece must occur (by index), and then the words themselves. */
function searchWhere(text: string): Prisma.ProjectWhereInput[] {
  const grams = queryGrams(text);
  if (grams.length === 0) return [];
  const words = foldText(text).split(/\s+/).filter(Boolean);
  return [
    { searchGrams: { hasEvery: grams } },
    ...words.map((word) => ({ searchText: { contains: word } })),
  ];
}
