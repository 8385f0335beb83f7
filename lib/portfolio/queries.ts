import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/generated/prisma/client";
import { financedStates, publicSources } from "@/lib/project/funding";

export interface FundingTable {
  years: number[];
  rows: { code: string; byYear: Record<number, string>; total: string }[];
  totalByYear: Record<number, string>;
  total: string;
}

/** Kehe's own public funding by district and year, in yuan, of the projects that the actor may see. */
export async function fundingTable(tx: Tx, actor: Actor): Promise<FundingTable> {
  const sums = await tx.fundingLine.groupBy({
    by: ["districtId", "year"],
    where: {
      source: { in: publicSources },
      project: { AND: [projectScope(actor), { state: { in: financedStates } }] },
    },
    _sum: { amount: true },
  });
  return tabulate(
    sums.map((row) => ({
      code: row.districtId,
      year: row.year,
      amount: row._sum.amount ?? new Prisma.Decimal(0),
    })),
  );
}

export interface ReportedTable extends FundingTable {
  source: string;
}

/** A table as its source reports it (万元 there, yuan here); null where the reference set is left out. */
export async function reportedTable(
  tx: Tx,
  source: string,
  tableName: string,
): Promise<ReportedTable | null> {
  const figures = await tx.reportedFigure.findMany({
    where: { source, tableName, rowCode: { not: "total" }, columnCode: { not: "total" } },
    orderBy: [{ rowCode: "asc" }, { columnCode: "asc" }],
    select: { rowCode: true, columnCode: true, amount: true },
  });
  if (figures.length === 0) return null;
  const cells = figures.map(({ rowCode, columnCode, amount }) => ({
    code: rowCode,
    year: Number(columnCode),
    amount,
  }));
  return { source, ...tabulate(cells) };
}

interface Cell {
  code: string;
  year: number;
  amount: Prisma.Decimal;
}

/** Rows by code, columns by year: every year from the first to the last, also one without money. */
export function tabulate(cells: readonly Cell[]): FundingTable {
  const years = everyYear(cells.map((cell) => cell.year));
  const codes = [...new Set(cells.map((cell) => cell.code))];
  const rows = codes.map((code) => {
    const own = cells.filter((cell) => cell.code === code);
    return { code, byYear: byYear(own, years), sum: sum(own) };
  });
  rows.sort((a, b) => b.sum.comparedTo(a.sum) || a.code.localeCompare(b.code));
  return {
    years,
    rows: rows.map(({ sum: total, ...row }) => ({ ...row, total: total.toFixed(2) })),
    totalByYear: byYear(cells, years),
    total: sum(cells).toFixed(2),
  };
}

function everyYear(named: readonly number[]): number[] {
  if (named.length === 0) return [];
  const first = Math.min(...named);
  return Array.from({ length: Math.max(...named) - first + 1 }, (_, at) => first + at);
}

function byYear(cells: readonly Cell[], years: readonly number[]): Record<number, string> {
  return Object.fromEntries(
    years.map((year) => [year, sum(cells.filter((cell) => cell.year === year)).toFixed(2)]),
  );
}

const sum = (cells: readonly Cell[]): Prisma.Decimal =>
  cells.reduce((total, cell) => total.plus(cell.amount), new Prisma.Decimal(0));

export interface StateCount {
  state: string;
  count: number;
  overdue: number;
}

/** How many projects stand in each state, and how many of them are over their due date. */
export async function stateCounts(tx: Tx, actor: Actor, now: Date): Promise<StateCount[]> {
  const scope = projectScope(actor);
  const all = await tx.project.groupBy({ by: ["state"], where: scope, _count: { _all: true } });
  const late = await tx.project.groupBy({
    by: ["state"],
    where: { AND: [scope, { dueAt: { lt: now } }] },
    _count: { _all: true },
  });
  const lateBy = new Map(late.map((row) => [row.state, row._count._all]));
  return all.map((row) => ({
    state: row.state,
    count: row._count._all,
    overdue: lateBy.get(row.state) ?? 0,
  }));
}

const overdueSelect = {
  id: true,
  number: true,
  title: true,
  titleEn: true,
  unitName: true,
  districtId: true,
  state: true,
  turnRole: true,
  dueAt: true,
} as const satisfies Prisma.ProjectSelect;

/** The projects that are longest overdue, with whose turn it is. */
export function overdueProjects(tx: Tx, actor: Actor, now: Date, take = 10) {
  return tx.project.findMany({
    where: { AND: [projectScope(actor), { dueAt: { lt: now } }] },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take,
    select: overdueSelect,
  });
}
