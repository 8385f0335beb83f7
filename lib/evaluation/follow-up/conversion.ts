import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { cityLevel } from "@/lib/project/level";
import { type Conversion, type ConversionCell, conversionOf } from "./conversion-rules";

const passed = ["passed", "passed_after_rectification"];

/** City projects that passed acceptance: those that can grow into an upper level's. */
const cohort = (actor: Actor): Prisma.ProjectWhereInput => ({
  AND: [projectScope(actor), { programmeLevel: cityLevel, acceptanceResult: { in: passed } }],
});

/**
 * 培育转化率: how many accepted city projects grew into a provincial or national one, by district and
 * year of the project, and upper money per city yuan. Counted from outcomes that districts confirmed;
 * a later project that several years' reports name counts once.
 */
export async function conversionTable(tx: Tx, actor: Actor): Promise<Conversion> {
  const groups = await tx.project.groupBy({
    by: ["districtId", "year"],
    where: cohort(actor),
    _count: { _all: true },
    _sum: { grantAmount: true },
  });
  const grown = await tx.outcome.findMany({
    where: { kind: "upper_project", confirmedAt: { not: null }, project: cohort(actor) },
    orderBy: { recordedAt: "desc" },
    select: {
      projectId: true,
      number: true,
      title: true,
      level: true,
      amount: true,
      project: { select: { districtId: true, year: true, title: true } },
    },
  });
  const cells = groups.map(
    ({ districtId, year, _count, _sum }): ConversionCell => ({
      districtId,
      year,
      projects: _count._all,
      grant: _sum.grantAmount?.toFixed(2) ?? "0.00",
    }),
  );
  return conversionOf(
    cells,
    grown.map(({ amount, project, ...row }) => ({
      ...row,
      amount: amount?.toFixed(2) ?? "0.00",
      districtId: project.districtId,
      year: project.year,
      projectTitle: project.title,
    })),
  );
}

/** Confirmed outcomes by kind: how many, and yuan. */
export async function outcomeTotals(tx: Tx, actor: Actor) {
  const rows = await tx.outcome.groupBy({
    by: ["kind"],
    where: { confirmedAt: { not: null }, project: projectScope(actor) },
    _sum: { amount: true, count: true },
    orderBy: { kind: "asc" },
  });
  return rows.map(({ kind, _sum }) => ({
    kind,
    amount: _sum.amount?.toFixed(2) ?? null,
    count: _sum.count,
  }));
}

/** Projects whose follow-up has ended, by rating. */
export async function ratingCounts(tx: Tx, actor: Actor) {
  const rows = await tx.project.groupBy({
    by: ["followUpRating"],
    where: { AND: [projectScope(actor), { followUpRating: { not: null } }] },
    _count: { _all: true },
  });
  return Object.fromEntries(rows.map((row) => [row.followUpRating ?? "", row._count._all]));
}
