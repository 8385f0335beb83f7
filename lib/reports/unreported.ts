import { type Actor, holds } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles, type Role } from "@/lib/access/roles";
import { unseal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { formScope, owedReports } from "./scope";

/** Who looks after the units' reporting, or looks on. */
export const standingReaders = [
  "district_officer",
  ...bureauRoles,
  "manager",
  "auditor",
] as const satisfies readonly Role[];

/** May this actor see who has not reported? */
export const seesStandings = (actor: Actor): boolean => holds(actor, ...standingReaders);

/** May this actor ask units, and so see whom to ring up? */
export const asksUnits = (actor: Actor): boolean =>
  holds(actor, "district_officer", ...bureauRoles);

const owing: Prisma.YearlyFormWhereInput = { reports: { some: owedReports } };
const waiting = (status: string): Prisma.YearlyFormWhereInput => ({
  AND: [{ reports: { some: { status } } }, { reports: { none: owedReports } }],
});

export type StandingCount =
  | "all"
  | "owing"
  | "returned"
  | "overdue"
  | "withDistrict"
  | "withBureau";

export type DistrictStanding = Record<StandingCount, number> & { districtId: string };

/** How many units of each district have the year's form where, in the order of the districts. */
export async function districtStandings(
  tx: Tx,
  actor: Actor,
  year: number,
  now: Date,
): Promise<DistrictStanding[]> {
  const wheres: Record<StandingCount, Prisma.YearlyFormWhereInput> = {
    all: {},
    owing,
    returned: { reports: { some: { AND: [owedReports, { returnedReason: { not: null } }] } } },
    overdue: { AND: [owing, { dueAt: { lt: now } }] },
    withDistrict: waiting("submitted"),
    withBureau: {
      AND: [waiting("district_confirmed"), { reports: { none: { status: "submitted" } } }],
    },
  };
  const counts = {
    all: await countByDistrict(tx, actor, year, wheres.all),
    owing: await countByDistrict(tx, actor, year, wheres.owing),
    returned: await countByDistrict(tx, actor, year, wheres.returned),
    overdue: await countByDistrict(tx, actor, year, wheres.overdue),
    withDistrict: await countByDistrict(tx, actor, year, wheres.withDistrict),
    withBureau: await countByDistrict(tx, actor, year, wheres.withBureau),
  };
  const order = await tx.district.findMany({ orderBy: { sort: "asc" }, select: { id: true } });
  return order.flatMap(({ id }) => {
    const all = counts.all.get(id) ?? 0;
    if (all === 0) return [];
    return [
      {
        districtId: id,
        all,
        owing: counts.owing.get(id) ?? 0,
        returned: counts.returned.get(id) ?? 0,
        overdue: counts.overdue.get(id) ?? 0,
        withDistrict: counts.withDistrict.get(id) ?? 0,
        withBureau: counts.withBureau.get(id) ?? 0,
      },
    ];
  });
}

async function countByDistrict(
  tx: Tx,
  actor: Actor,
  year: number,
  where: Prisma.YearlyFormWhereInput,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.yearlyForm.groupBy({
    by: ["districtId"],
    where: { AND: [{ year }, formScope(actor), where] },
    _count: { _all: true },
  });
  return new Map(rows.map(({ districtId, _count }) => [districtId, _count._all]));
}

export interface UnreportedFilter {
  year: number;
  districtId?: string;
}

/**
 * Units whose form of a year is not handed in, soonest due first, at most `take`. Contacts with their
 * phones only for those who may ask the units.
 */
export async function unreportedUnits(
  tx: Tx,
  actor: Actor,
  { year, districtId }: UnreportedFilter,
  { now, take }: { now: Date; take: number },
) {
  const rows = await tx.yearlyForm.findMany({
    where: {
      AND: [{ year }, districtId ? { districtId } : {}, formScope(actor), owing],
    },
    orderBy: [{ dueAt: "asc" }, { districtId: "asc" }, { id: "asc" }],
    take,
    select: {
      id: true,
      unitId: true,
      districtId: true,
      dueAt: true,
      chasedCount: true,
      chasedAt: true,
      unit: { select: { name: true, contactName: true, contactPhoneEnc: true } },
      reports: {
        where: { AND: [owedReports] },
        orderBy: { id: "asc" },
        select: { returnedReason: true, project: { select: { number: true, title: true } } },
      },
      _count: { select: { reports: { where: { status: { not: "cancelled" } } } } },
    },
  });
  const askers = ["district_officer", ...bureauRoles] as const;
  return rows.map(({ unit, reports, _count, ...form }) => {
    const mayAsk = isAllowed(mayAs(actor, form, askers));
    return {
      ...form,
      unitName: unit.name,
      contactName: mayAsk ? unit.contactName : null,
      contactPhone: mayAsk && unit.contactPhoneEnc ? unseal(unit.contactPhoneEnc) : null,
      projects: reports.map(({ project }) => project.number ?? project.title),
      owed: reports.length,
      all: _count.reports,
      returned: reports.some(({ returnedReason }) => returnedReason !== null),
      overdue: form.dueAt < now,
      mayAsk,
      askedToday: form.chasedAt !== null && shanghaiDate(form.chasedAt) === shanghaiDate(now),
    };
  });
}

export type UnreportedUnit = Awaited<ReturnType<typeof unreportedUnits>>[number];

/** The years of which there are forms that the actor sees, newest first. */
export async function formYears(tx: Tx, actor: Actor): Promise<number[]> {
  const rows = await tx.yearlyForm.groupBy({
    by: ["year"],
    where: formScope(actor),
    orderBy: { year: "desc" },
  });
  return rows.map(({ year }) => year);
}
