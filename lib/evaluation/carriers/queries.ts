import { z } from "zod";
import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { hashOf } from "../hash";
import { indicatorKinds } from "../scoring/types";
import { carrierGaps, computeCarrier } from "./compute";
import { storedNotes } from "./schema";

/** Carriers are evaluated by the bureau and read by the manager and the auditor. */
export const readsCarriers = (actor: Actor): boolean => holds(actor, ...citywideRoles);

const listSelect = {
  id: true,
  kind: true,
  name: true,
  nameEn: true,
  countryCode: true,
  districtId: true,
  contributions: { select: { kind: true, confirmedAt: true } },
  evaluations: {
    where: { status: "final" },
    orderBy: { year: "desc" },
    take: 1,
    select: { year: true, total: true, grade: true },
  },
} as const satisfies Prisma.CarrierSelect;

/** All intermediaries and platforms with what they contributed; none for other readers. */
export async function listCarriers(tx: Tx, actor: Actor, kind?: string) {
  if (!readsCarriers(actor)) return [];
  const rows = await tx.carrier.findMany({
    where: kind ? { kind } : {},
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: 500,
    select: listSelect,
  });
  return rows.map(({ contributions, evaluations, ...row }) => ({
    ...row,
    confirmed: contributions.filter(({ confirmedAt }) => confirmedAt !== null).length,
    waiting: contributions.filter(({ confirmedAt }) => confirmedAt === null).length,
    brought: contributions.filter((each) => each.kind === "project_brought").length,
    transferred: contributions.filter((each) => each.kind === "technology_transferred").length,
    outcomes: contributions.filter((each) => each.kind === "outcome").length,
    last: evaluations[0]
      ? {
          year: evaluations[0].year,
          total: evaluations[0].total?.toFixed(2) ?? null,
          grade: evaluations[0].grade,
        }
      : null,
  }));
}

const evaluationSelect = {
  id: true,
  year: true,
  status: true,
  lines: true,
  opinion: true,
  total: true,
  grade: true,
  madeById: true,
  madeByName: true,
  madeAt: true,
  finalByName: true,
  finalAt: true,
  frozen: true,
  frozenHash: true,
  version: true,
} as const satisfies Prisma.CarrierEvaluationSelect;

const carrierSelect = {
  id: true,
  kind: true,
  name: true,
  nameEn: true,
  countryCode: true,
  districtId: true,
  validFrom: true,
  source: true,
  contributions: {
    orderBy: [{ year: "desc" }, { id: "desc" }],
    take: 500,
    select: {
      id: true,
      kind: true,
      year: true,
      title: true,
      amount: true,
      recordedById: true,
      recordedAt: true,
      confirmedAt: true,
      version: true,
      project: {
        select: {
          id: true,
          number: true,
          title: true,
          titleEn: true,
          state: true,
          acceptanceResult: true,
          grade: true,
        },
      },
    },
  },
  evaluations: { orderBy: { year: "desc" }, select: evaluationSelect },
} as const satisfies Prisma.CarrierSelect;

const measured = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ numerator: z.string(), denominator: z.string() }),
]);

/** A confirmed evaluation as it was. */
const frozenSheet = z.object({
  lines: z.array(
    z.object({
      code: z.string(),
      level1: z.string(),
      level2: z.string(),
      zh: z.string(),
      en: z.string(),
      unit: z.string(),
      kind: z.enum(indicatorKinds),
      weight: z.string(),
      target: measured.nullable(),
      actual: measured.nullable(),
      score: z.string().nullable(),
      dropped: z.boolean(),
      problems: z.array(z.string()),
      behind: z.array(z.string()),
      reason: z.string().nullable(),
      improvement: z.string().nullable(),
    }),
  ),
  levels: z.array(z.object({ key: z.string(), score: z.string(), weight: z.string() })),
  total: z.string().nullable(),
  grade: z.string().nullable(),
});

/** One carrier with its contributions and one year's evaluation; null for other readers. */
export async function carrierPage(tx: Tx, actor: Actor, id: string, year: number, now: Date) {
  if (!readsCarriers(actor)) return null;
  const row = await tx.carrier.findUnique({ where: { id }, select: carrierSelect });
  if (row === null) return null;
  const { contributions, evaluations, ...carrier } = row;
  const evaluation = evaluations.find((each) => each.year === year) ?? null;
  const live = await computeCarrier(tx, id, year, storedNotes.parse(evaluation?.lines ?? []), now);
  const final = evaluation?.status === "final";
  const parsed = final ? frozenSheet.safeParse(evaluation.frozen) : null;
  const intact = parsed?.success === true && hashOf(evaluation?.frozen) === evaluation?.frozenHash;
  const frozen = intact ? parsed.data : null;
  return {
    ...carrier,
    year,
    contributions: contributions.map(({ amount, ...rest }) => ({
      ...rest,
      amount: amount?.toFixed(2) ?? null,
    })),
    evaluations: evaluations.map(({ total, ...each }) => ({
      year: each.year,
      status: each.status,
      total: total?.toFixed(2) ?? null,
      grade: each.grade,
    })),
    evaluation: evaluation && {
      id: evaluation.id,
      status: evaluation.status,
      opinion: evaluation.opinion,
      madeById: evaluation.madeById,
      madeByName: evaluation.madeByName,
      madeAt: evaluation.madeAt,
      finalByName: evaluation.finalByName,
      finalAt: evaluation.finalAt,
      frozenHash: evaluation.frozenHash,
      version: evaluation.version,
    },
    sheet: frozen ?? live,
    damaged: final && frozen === null,
    /** A confirmed score that the records of today wouldn't give. */
    changed: frozen !== null && frozen.total !== live.total ? live.total : null,
    gaps: frozen ? [] : carrierGaps(live),
  };
}

export type CarrierPage = NonNullable<Awaited<ReturnType<typeof carrierPage>>>;

/** Projects that a contribution can name: those that have left their unit. */
export function contributedProjects(tx: Tx, actor: Actor) {
  if (!readsCarriers(actor)) return Promise.resolve([]);
  return tx.project.findMany({
    where: { state: { not: "draft" } },
    orderBy: [{ year: "desc" }, { number: "desc" }],
    take: 1000,
    select: { id: true, number: true, title: true, titleEn: true },
  });
}
