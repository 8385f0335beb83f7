import type { Actor } from "@/lib/access/actor";
import { directDistrictId } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addDays } from "@/lib/kernel/working-days";
import { loadCalendar } from "@/lib/reference/settings";
import { bodiesInForce, type LiaisonBodyView } from "./bodies";
import {
  daysTaken,
  districtsRead,
  type Gap,
  gapsOf,
  median,
  runningStates,
  type SettledDuty,
} from "./rules";

/** Response times and visits look back over one year. */
export const lookBackDays = 365;
/** More settled duties than this are not read: the latest tell enough. */
const mostDuties = 20_000;

export interface DeskLine {
  districtId: string;
  body: LiaisonBodyView | null;
  gaps: Gap[];
  running: number;
  /** Running projects for each named person. */
  load: number | null;
  watched: number;
  open: number;
  overdue: number;
  /** Median working days from a duty's beginning to its end, over one year. */
  medianDays: number | null;
  settled: number;
  visits: number;
}

/** All districts that the actor reads, each with its body, its gaps and its load; empty for others. */
export async function liaisonDesk(tx: Tx, actor: Actor, now: Date): Promise<DeskLine[]> {
  const read = districtsRead(actor);
  const districts = await tx.district.findMany({
    where: {
      AND: [
        { OR: [{ validTo: null }, { validTo: { gte: now } }] },
        read === "all" ? {} : { id: { in: [...read] } },
      ],
    },
    orderBy: { sort: "asc" },
    select: { id: true },
  });
  const ids = districts.map(({ id }) => id);
  const bodies = await bodiesInForce(tx, ids, now);
  const counts = await countsOf(tx, ids, now);
  const settled = await settledDuties(tx, ids, now);
  const calendar = await loadCalendar(tx);
  return ids.map((districtId) => {
    const body = bodies.get(districtId) ?? null;
    const own = settled.filter((duty) => duty.districtId === districtId);
    const running = counts.running.get(districtId) ?? 0;
    return {
      districtId,
      body,
      gaps: gapsOf(body),
      running,
      load: body === null ? null : running / (body.deputyName ? 2 : 1),
      watched: counts.watched.get(districtId) ?? 0,
      open: counts.open.get(districtId) ?? 0,
      overdue: counts.overdue.get(districtId) ?? 0,
      medianDays: median(daysTaken(own, calendar)),
      settled: own.length,
      visits: counts.visits.get(districtId) ?? 0,
    };
  });
}

/** The duties that are a district's own; those of direct units fall to the bureau standing in. */
export const districtDuties = (districtIds: readonly string[]): Prisma.DutyWhereInput => ({
  OR: [
    { holderRole: "district_officer", districtId: { in: [...districtIds] } },
    ...(districtIds.includes(directDistrictId)
      ? [{ districtId: directDistrictId, exceptUserId: { not: null } }]
      : []),
  ],
});

/** What these districts settled within the last year, the latest first. */
export function settledDuties(
  tx: Tx,
  districtIds: readonly string[],
  now: Date,
): Promise<(SettledDuty & { districtId: string | null })[]> {
  return tx.duty.findMany({
    where: {
      AND: [
        districtDuties(districtIds),
        { status: "done", doneAt: { gte: addDays(now, -lookBackDays) } },
      ],
    },
    orderBy: { doneAt: "desc" },
    take: mostDuties,
    select: { districtId: true, kind: true, since: true, doneAt: true, dueAt: true },
  });
}

async function countsOf(tx: Tx, districtIds: string[], now: Date) {
  const own = { districtId: { in: districtIds } };
  const waiting: Prisma.DutyWhereInput = {
    AND: [districtDuties(districtIds), { status: "open" }],
  };
  const running = await tx.project.groupBy({
    by: ["districtId"],
    where: { ...own, state: { in: [...runningStates] } },
    _count: { _all: true },
  });
  const watched = await tx.projectWatch.groupBy({
    by: ["districtId"],
    where: { ...own, untilAt: null },
    _count: { _all: true },
  });
  const open = await tx.duty.groupBy({
    by: ["districtId"],
    where: waiting,
    _count: { _all: true },
  });
  const overdue = await tx.duty.groupBy({
    by: ["districtId"],
    where: { AND: [waiting, { dueAt: { lt: now } }] },
    _count: { _all: true },
  });
  const visits = await tx.liaisonVisit.groupBy({
    by: ["districtId"],
    where: { ...own, visitedOn: { gte: addDays(now, -lookBackDays) } },
    _count: { _all: true },
  });
  return {
    running: byDistrict(running),
    watched: byDistrict(watched),
    open: byDistrict(open),
    overdue: byDistrict(overdue),
    visits: byDistrict(visits),
  };
}

function byDistrict(
  rows: readonly { districtId: string | null; _count: { _all: number } }[],
): ReadonlyMap<string, number> {
  return new Map(rows.map((row) => [row.districtId ?? "", row._count._all]));
}
