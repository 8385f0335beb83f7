import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Place, placeText, type RiskFilter, readPlace } from "./filter";
import { type WarningLevel, warningLevels } from "./rules";
import { type BoardScope, boardScope } from "./scope";

const pageSize = 20;

export interface RiskRow {
  id: string;
  rule: string;
  level: WarningLevel;
  since: Date;
  params: unknown;
  holderRole: string;
  projectId: string;
  title: string;
  titleEn: string | null;
  number: string | null;
  unitName: string;
  districtId: string;
}

export interface RiskCount {
  rule: string;
  level: string;
  count: number;
}

export interface RiskBoard {
  rows: RiskRow[];
  /** By reason and level, within district and stage of the filter. */
  counts: RiskCount[];
  /** Cursors of the neighbouring pages; null at either end. */
  before: string | null;
  after: string | null;
  /** When the last whole round was done; null before the first. */
  checkedAt: Date | null;
}

/**
 * The open warnings that an official may see, red and longest standing first, one page by key, and
 * their counts from the kept counters. Null for those who read no board.
 */
export async function riskBoard(
  tx: Tx,
  actor: Actor,
  filter: RiskFilter,
): Promise<RiskBoard | null> {
  const scope = boardScope(actor);
  if (scope === null) return null;
  const { counts, checkedAt } = await countsOf(tx, scope, filter);
  return { counts, checkedAt, ...(await pageOf(tx, scope, filter)) };
}

/** How many warnings of each level an official has before him; null for those who read no board. */
export async function openWarnings(tx: Tx, actor: Actor) {
  const scope = boardScope(actor);
  if (scope === null) return null;
  const { counts } = await countsOf(tx, scope, {});
  const of = (wanted: WarningLevel) =>
    counts.filter(({ level }) => level === wanted).reduce((sum, { count }) => sum + count, 0);
  return { red: of("red"), amber: of("amber") };
}

/** District and stage of the filter within the scope, on a table that carries both. */
function within({ districts }: BoardScope, { district, stage }: RiskFilter): Prisma.Sql {
  const parts = [Prisma.sql`true`];
  if (districts !== "all") {
    const [only] = districts;
    parts.push(
      districts.length === 1
        ? Prisma.sql`district_id = ${only}`
        : Prisma.sql`district_id = any(${[...districts]}::text[])`,
    );
  }
  if (district) parts.push(Prisma.sql`district_id = ${district}`);
  if (stage) parts.push(Prisma.sql`stage = ${stage}`);
  return Prisma.join(parts, " and ");
}

async function countsOf(tx: Tx, scope: BoardScope, filter: RiskFilter) {
  const rows = await tx.$queryRaw<(RiskCount & { checkedAt: Date | null })[]>`
    select c.rule, c.level, c.count, s.done_at as "checkedAt"
    from warning_sweep s left join (
      select rule, level, sum(open)::int as count from warning_count
      where open > 0 and ${within(scope, filter)} group by rule, level
    ) c on true
    where s.id = 1`;
  return {
    counts: rows.filter(({ rule }) => rule !== null),
    checkedAt: rows[0]?.checkedAt ?? null,
  };
}

async function pageOf(tx: Tx, scope: BoardScope, filter: RiskFilter) {
  const backward = filter.before !== undefined || filter.last !== undefined;
  const from = readPlace(filter.after ?? filter.before);
  const rows = await tx.$queryRaw<RiskRow[]>`
    select w.id, w.rule, w.level, w.since, w.params, w.holder_role as "holderRole",
      p.id as "projectId", p.title, p.title_en as "titleEn", p.number, p.unit_name as "unitName",
      p.district_id as "districtId"
    from (${segments(scope, filter, from, backward)}) w
    join project p on p.id = w.project_id
    order by ${order(backward)} limit ${pageSize + 1}`;
  const more = rows.length > pageSize;
  const page = rows.slice(0, pageSize);
  if (backward) page.reverse();
  return { rows: page, ...neighbours(page, filter, more, backward) };
}

/** The board's order, the gravest and oldest first, or the way back. */
const order = (backward: boolean): Prisma.Sql =>
  backward ? Prisma.sql`w.level, w.since desc, w.id desc` : Prisma.sql`w.level desc, w.since, w.id`;

/** One range of an index for each level from the cursor on: no page costs more than another. */
function segments(
  scope: BoardScope,
  filter: RiskFilter,
  from: Place | null,
  backward: boolean,
): Prisma.Sql {
  const way = backward ? warningLevels.toReversed() : warningLevels;
  const begun = from ? way.slice(way.indexOf(from.level)) : way;
  const wanted = begun.filter((level) => !filter.level || level === filter.level);
  if (wanted.length === 0) return Prisma.sql`select * from warning where false`;
  return Prisma.join(
    wanted.map((level) => segment(scope, filter, { level, from, backward })),
    " union all ",
  );
}

interface Range {
  level: WarningLevel;
  from: Place | null;
  backward: boolean;
}

function segment(scope: BoardScope, filter: RiskFilter, { level, from, backward }: Range) {
  const past = from?.level === level ? pastPlace(from, backward) : Prisma.sql`true`;
  const rule = filter.rule ? Prisma.sql`rule = ${filter.rule}` : Prisma.sql`true`;
  const way = backward ? Prisma.sql`since desc, id desc` : Prisma.sql`since, id`;
  return Prisma.sql`(
    select * from warning
    where closed_at is null and level = ${level} and ${within(scope, filter)} and ${rule} and ${past}
    order by ${way} limit ${pageSize + 1})`;
}

const pastPlace = ({ since, id }: Place, backward: boolean): Prisma.Sql =>
  backward
    ? Prisma.sql`(since, id) < (${since}::date, ${id}::uuid)`
    : Prisma.sql`(since, id) > (${since}::date, ${id}::uuid)`;

function neighbours(
  page: readonly RiskRow[],
  filter: RiskFilter,
  more: boolean,
  backward: boolean,
) {
  const at = (row: RiskRow) => placeText({ ...row, since: row.since.toISOString().slice(0, 10) });
  const [first, last] = [page[0], page.at(-1)];
  const hasBefore = backward ? more : filter.after !== undefined;
  const hasAfter = backward ? filter.before !== undefined : more;
  return {
    before: first && hasBefore ? at(first) : null,
    after: last && hasAfter ? at(last) : null,
  };
}
