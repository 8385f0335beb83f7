import type { Actor } from "@/lib/access/actor";
import { holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type DeskFilter, projectWhere } from "./filter";
import { type Loss, worstFirst } from "./rules";

/** Evaluations are read by the bureau, the manager, the auditor, and a district for its own projects. */
export const readsEvaluations = (actor: Actor): boolean =>
  holds(actor, ...citywideRoles, "district_officer");

/** What is audited is the officials' until it is final. */
const seesAudit = (actor: Actor, status: string): boolean =>
  status === "final" || holds(actor, ...citywideRoles);

/** The projects of the desk: an expert or a unit sees its evaluations on the project's own page only. */
export const deskScope = (actor: Actor): Prisma.ProjectWhereInput =>
  readsEvaluations(actor) ? projectScope(actor) : { id: { in: [] } };

const inScope = (actor: Actor, filter: DeskFilter, now: Date): Prisma.ProjectWhereInput => ({
  AND: [deskScope(actor), projectWhere(filter, now)],
});

const rowSelect = {
  id: true,
  round: true,
  status: true,
  selfTotal: true,
  total: true,
  grade: true,
  finalAt: true,
  project: {
    select: {
      id: true,
      number: true,
      title: true,
      titleEn: true,
      unitName: true,
      districtId: true,
      year: true,
      state: true,
      dueAt: true,
      acceptanceResult: true,
    },
  },
} as const satisfies Prisma.EvaluationSelect;

/** Rows of one page. */
const pageSize = 50;

/** A page of the evaluations that the actor may see, the latest opened first, with the next page's key. */
export async function deskPage(
  tx: Tx,
  actor: Actor,
  filter: DeskFilter,
  now: Date,
  size = pageSize,
) {
  const rows = await tx.evaluation.findMany({
    where: whereOf(actor, filter, now),
    orderBy: { id: "desc" },
    take: size + 1,
    select: rowSelect,
  });
  const shown = rows.slice(0, size).map(({ selfTotal, total, ...row }) => {
    const audited = seesAudit(actor, row.status);
    return {
      ...row,
      selfTotal: selfTotal?.toFixed(2) ?? null,
      total: audited ? (total?.toFixed(2) ?? null) : null,
      grade: audited ? row.grade : null,
    };
  });
  return { rows: shown, next: rows.length > size ? (shown.at(-1)?.id ?? null) : null };
}

export type DeskRow = Awaited<ReturnType<typeof deskPage>>["rows"][number];

const whereOf = (actor: Actor, filter: DeskFilter, now: Date): Prisma.EvaluationWhereInput => ({
  project: inScope(actor, filter, now),
  // A sheet that is filled in with the acceptance file is no evaluation yet.
  OR: [{ status: "final" }, { project: { state: "evaluation" } }],
  ...(filter.status ? { status: filter.status } : {}),
  ...(filter.grade ? { grade: filter.grade, status: "final" } : {}),
  ...(filter.after ? { id: { lt: filter.after } } : {}),
});

/** How many evaluations the filter finds, in all and by where they stand; and how many are late. */
export async function deskCounts(tx: Tx, actor: Actor, filter: DeskFilter, now: Date) {
  const { after: _after, ...rest } = filter;
  const byStatus = await tx.evaluation.groupBy({
    by: ["status"],
    where: whereOf(actor, { ...rest, after: undefined }, now),
    _count: { _all: true },
  });
  const late = await tx.evaluation.count({
    where: {
      ...whereOf(actor, { ...rest, after: undefined }, now),
      status: { not: "final" },
      project: {
        AND: [inScope(actor, filter, now), { state: "evaluation", dueAt: { lt: now } }],
      },
    },
  });
  const counts = new Map(byStatus.map((row) => [row.status, row._count._all]));
  return { all: [...counts.values()].reduce((sum, each) => sum + each, 0), counts, late };
}

/** Final grades by district, of the projects in the filter. */
export async function gradesByDistrict(tx: Tx, actor: Actor, filter: DeskFilter, now: Date) {
  const rows = await tx.project.groupBy({
    by: ["districtId", "grade"],
    where: {
      AND: [
        inScope(actor, filter, now),
        { grade: filter.grade ?? { not: null }, evaluations: { some: { status: "final" } } },
      ],
    },
    orderBy: { districtId: "asc" },
    _count: { _all: true },
  });
  return rows.flatMap(({ districtId, grade, _count }) =>
    grade === null ? [] : [{ districtId, grade, count: _count._all }],
  );
}

/** Final rounds that a correction has replaced: they count no more. */
async function replacedRounds(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from evaluation e
    where e.status = 'final' and exists (
      select 1 from evaluation later
      where later.project_id = e.project_id and later.round > e.round and later.status = 'final')`;
  return rows.map(({ id }) => id);
}

/** The indicators that lose most points over the final evaluations in the filter. */
export async function worstLines(
  tx: Tx,
  actor: Actor,
  filter: DeskFilter,
  now: Date,
  take = 8,
): Promise<(Loss & { zh: string; en: string; cause: string | null })[]> {
  const where: Prisma.EvaluationLineWhereInput = {
    notApplicable: false,
    score: { not: null },
    evaluation: {
      status: "final",
      id: { notIn: await replacedRounds(tx) },
      ...(filter.grade ? { grade: filter.grade } : {}),
      project: inScope(actor, filter, now),
    },
  };
  const sums = await tx.evaluationLine.groupBy({
    by: ["indicatorCode"],
    where,
    _sum: { weight: true, score: true },
    _count: { _all: true },
  });
  const worst = worstFirst(
    sums.map(({ indicatorCode, _sum, _count }) => ({
      code: indicatorCode,
      weight: _sum.weight?.toFixed(2) ?? "0",
      score: _sum.score?.toFixed(2) ?? "0",
      projects: _count._all,
    })),
    take,
  );
  return withNames(tx, where, worst);
}

/** Names of the indicators and the cause that was given most often. */
async function withNames(tx: Tx, where: Prisma.EvaluationLineWhereInput, worst: readonly Loss[]) {
  const codes = worst.map(({ code }) => code);
  const causes = await tx.evaluationLine.groupBy({
    by: ["indicatorCode", "causeCode"],
    where: { AND: [where, { indicatorCode: { in: codes }, causeCode: { not: null } }] },
    orderBy: { _count: { indicatorCode: "desc" } },
    _count: { indicatorCode: true },
  });
  const names = await tx.indicator.findMany({
    where: { code: { in: codes }, indicatorSet: { purpose: "project" } },
    orderBy: { indicatorSet: { publishedAt: "asc" } },
    select: { code: true, zh: true, en: true },
  });
  const nameOf = new Map(names.map((row) => [row.code, row]));
  return worst.map((row) => ({
    ...row,
    zh: nameOf.get(row.code)?.zh ?? row.code,
    en: nameOf.get(row.code)?.en ?? row.code,
    cause: causes.find(({ indicatorCode }) => indicatorCode === row.code)?.causeCode ?? null,
  }));
}

/** Evaluations that are late, the longest first. */
export function lateEvaluations(tx: Tx, actor: Actor, filter: DeskFilter, now: Date, take = 10) {
  return tx.evaluation.findMany({
    where: {
      status: { not: "final" },
      project: { AND: [inScope(actor, filter, now), { state: "evaluation", dueAt: { lt: now } }] },
    },
    orderBy: [{ project: { dueAt: "asc" } }, { id: "asc" }],
    take,
    select: {
      id: true,
      status: true,
      project: {
        select: {
          id: true,
          number: true,
          title: true,
          titleEn: true,
          districtId: true,
          turnRole: true,
          dueAt: true,
        },
      },
    },
  });
}

/** Calls that the desk can be narrowed to. */
export function deskCalls(tx: Tx) {
  return tx.call.findMany({
    where: { status: "published" },
    orderBy: { code: "desc" },
    take: 60,
    select: { id: true, code: true },
  });
}
