import type { Prisma } from "@/lib/generated/prisma/client";
import type { Sort } from "./filter";

export type Direction = "forward" | "backward";

interface SortRow {
  id: string;
  number: string | null;
  dueAt: Date | null;
  grantAmount: Prisma.Decimal;
  updatedAt: Date;
}

type Way = "asc" | "desc";

/** Each sort's column and its way forward; ties are broken by id the same way. */
const columns = {
  updated: { column: "updatedAt", way: "desc" },
  due: { column: "dueAt", way: "asc" },
  number: { column: "number", way: "desc" },
  grant: { column: "grantAmount", way: "desc" },
} as const satisfies Record<Sort, { column: keyof SortRow; way: Way }>;

const flip = (way: Way, direction: Direction): Way =>
  direction === "forward" ? way : way === "asc" ? "desc" : "asc";

/** The order of a page; rows without the sort's value stand last. */
export function orderBy(
  sort: Sort,
  direction: Direction,
): Prisma.ProjectOrderByWithRelationInput[] {
  const way = flip(columns[sort].way, direction);
  const nulls = direction === "forward" ? ("last" as const) : ("first" as const);
  const byId = { id: way };
  switch (sort) {
    case "updated":
      return [{ updatedAt: way }, byId];
    case "grant":
      return [{ grantAmount: way }, byId];
    case "due":
      return [{ dueAt: { sort: way, nulls } }, byId];
    case "number":
      return [{ number: { sort: way, nulls } }, byId];
  }
}

/** Where a row stands in a sort, as text for the address: `<value>~<id>`. */
export function cursorOf(sort: Sort, row: SortRow): string {
  const value = row[columns[sort].column];
  const text = value instanceof Date ? value.toISOString() : (value?.toString() ?? "");
  return `${text}~${row.id}`;
}

const cursorPattern = /^([^~]*)~([0-9a-f-]{36})$/;

/** The rows past a cursor; an unreadable cursor begins at the start (null). */
export function pastCursor(
  sort: Sort,
  cursor: string,
  direction: Direction,
): Prisma.ProjectWhereInput | null {
  const match = cursorPattern.exec(cursor);
  if (!match) return null;
  const [, text = "", id = ""] = match;
  const value = readValue(sort, text);
  if (value === undefined) return null;
  const { column, way } = columns[sort];
  const op = flip(way, direction) === "asc" ? "gt" : "lt";
  if (value === null) return pastNull(column, id, op, direction);
  const past: Prisma.ProjectWhereInput[] = [
    { [column]: { [op]: value } },
    { [column]: value, id: { [op]: id } },
  ];
  const nullable = column === "dueAt" || column === "number";
  if (nullable && direction === "forward") past.push({ [column]: null });
  return { OR: past };
}

function pastNull(
  column: string,
  id: string,
  op: "gt" | "lt",
  direction: Direction,
): Prisma.ProjectWhereInput {
  const same: Prisma.ProjectWhereInput = { [column]: null, id: { [op]: id } };
  return direction === "forward" ? same : { OR: [same, { [column]: { not: null } }] };
}

/** The cursor's value; null for a row without one, undefined when unreadable. */
function readValue(sort: Sort, text: string): Date | string | null | undefined {
  if (text === "") return sort === "due" || sort === "number" ? null : undefined;
  if (sort === "number") return text;
  if (sort === "grant") return /^\d{1,16}(\.\d{1,2})?$/.test(text) ? text : undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
