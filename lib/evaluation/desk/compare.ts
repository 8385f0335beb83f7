import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { decimalOf, subtract, toFixed, total } from "@/lib/kernel/fraction";
import { isId } from "@/lib/kernel/ids";
import { deskScope } from "./queries";
import { rateOf } from "./rules";

/** One indicator on one side: of a project with its values, of a year summed over its projects. */
export interface ComparedCell {
  target: string | null;
  actual: string | null;
  score: string;
  weight: string;
  /** Points reached of those to be had, in percent. */
  rate: string;
}

export interface ComparedSide {
  key: string;
  project: { id: string; title: string; titleEn: string | null; unitName: string } | null;
  evaluations: number;
  /** Of a project its total; of a year the sum of points over the sum of weights, in percent. */
  total: string | null;
  grade: string | null;
}

export interface ComparedRow {
  code: string;
  zh: string;
  en: string;
  unit: string;
  kind: string;
  level1: string;
  cells: readonly (ComparedCell | null)[];
  /** The second side's rate less the first's, in percentage points; null where one is missing. */
  difference: string | null;
}

export interface Comparison {
  sides: readonly ComparedSide[];
  rows: readonly ComparedRow[];
}

const evaluationSelect = {
  id: true,
  projectId: true,
  round: true,
  total: true,
  grade: true,
  project: { select: { id: true, title: true, titleEn: true, unitName: true, year: true } },
  evaluationLines: {
    where: { notApplicable: false },
    orderBy: { position: "asc" },
    select: {
      indicatorCode: true,
      targetValue: true,
      auditedValue: true,
      weight: true,
      score: true,
      target: { select: { zh: true, en: true, unit: true, kind: true, level1: true } },
    },
  },
} as const satisfies Prisma.EvaluationSelect;

type Row = Prisma.EvaluationGetPayload<{ select: typeof evaluationSelect }>;

/** Projects with a final evaluation, and the years they were set up in: what can be compared. */
export async function comparable(tx: Tx, actor: Actor) {
  const projects = await tx.project.findMany({
    where: { AND: [deskScope(actor), { evaluations: { some: { status: "final" } } }] },
    orderBy: [{ year: "desc" }, { number: "asc" }],
    take: 500,
    select: { id: true, number: true, title: true, titleEn: true, year: true },
  });
  return { projects, years: [...new Set(projects.map(({ year }) => year))] };
}

/** Two sides beside each other: two projects by their ids, or two years; null where none is right. */
export async function compare(
  tx: Tx,
  actor: Actor,
  by: "project" | "year",
  keys: readonly [string, string],
): Promise<Comparison | null> {
  const sides: Row[][] = [];
  for (const key of keys) sides.push(await finalsOf(tx, actor, by, key));
  if (sides.some((rows) => rows.length === 0)) return null;
  return {
    sides: sides.map((rows, at) => sideOf(rows, by, keys[at] ?? "")),
    rows: comparedRows(sides, by),
  };
}

/** The last final round of each project of a side. */
async function finalsOf(tx: Tx, actor: Actor, by: "project" | "year", key: string) {
  if (by === "project" ? !isId(key) : !/^\d{4}$/.test(key)) return [];
  const rows = await tx.evaluation.findMany({
    where: {
      status: "final",
      project: {
        AND: [deskScope(actor), by === "project" ? { id: key } : { year: Number(key) }],
      },
    },
    orderBy: [{ projectId: "asc" }, { round: "desc" }],
    take: 2000,
    select: evaluationSelect,
  });
  return rows.filter((row, at) => rows[at - 1]?.projectId !== row.projectId);
}

function sideOf(rows: readonly Row[], by: "project" | "year", key: string): ComparedSide {
  const lines = rows.flatMap((row) => row.evaluationLines);
  const [first] = rows;
  const single = by === "project" && first;
  return {
    key,
    project: single ? first.project : null,
    evaluations: rows.length,
    total: single
      ? (first.total?.toFixed(2) ?? null)
      : rateOf(sum(lines, "score"), sum(lines, "weight")),
    grade: single ? first.grade : null,
  };
}

type Line = Row["evaluationLines"][number];

const sum = (lines: readonly Line[], field: "score" | "weight"): string =>
  toFixed(total(lines.map((line) => decimalOf(line[field]?.toFixed(2) ?? "0"))), 2);

function comparedRows(sides: readonly (readonly Row[])[], by: "project" | "year"): ComparedRow[] {
  const all = sides.map((rows) => rows.flatMap((row) => row.evaluationLines));
  const codes = [...new Set(all.flat().map(({ indicatorCode }) => indicatorCode))];
  return codes.map((code) => {
    const own = all.map((lines) => lines.filter(({ indicatorCode }) => indicatorCode === code));
    const cells = own.map((lines) => cellOf(lines, by));
    const named = own.flat().find(({ target }) => target !== null)?.target;
    const [first, second] = cells;
    return {
      code,
      zh: named?.zh ?? code,
      en: named?.en ?? code,
      unit: named?.unit ?? "",
      kind: named?.kind ?? "",
      level1: named?.level1 ?? "",
      cells,
      difference:
        first && second
          ? toFixed(subtract(decimalOf(second.rate), decimalOf(first.rate)), 1)
          : null,
    };
  });
}

function cellOf(lines: readonly Line[], by: "project" | "year"): ComparedCell | null {
  const [line] = lines;
  if (line === undefined) return null;
  const [score, weight] = [sum(lines, "score"), sum(lines, "weight")];
  const single = by === "project";
  return {
    target: single ? line.targetValue : null,
    actual: single ? line.auditedValue : null,
    score,
    weight,
    rate: rateOf(score, weight),
  };
}
