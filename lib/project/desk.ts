import { type Actor, districtIdsOf, holds, personOf, unitIdsOf } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";

export const deskTabs = ["todo", "returned", "done"] as const;
export type DeskTab = (typeof deskTabs)[number];

const pageSize = 50;

const dutySelect = {
  id: true,
  kind: true,
  subjectType: true,
  subjectId: true,
  unitId: true,
  holderRole: true,
  holderUserId: true,
  since: true,
  dueAt: true,
  returned: true,
  status: true,
  doneAt: true,
  params: true,
  project: {
    select: {
      id: true,
      number: true,
      title: true,
      titleEn: true,
      unitName: true,
      districtId: true,
      state: true,
      countryCode: true,
    },
  },
} as const satisfies Prisma.DutySelect;

export type DeskRow = Prisma.DutyGetPayload<{ select: typeof dutySelect }>;

export interface Desk {
  rows: DeskRow[];
  counts: Record<DeskTab, number>;
  overdue: number;
  page: number;
  more: boolean;
}

/** What the actor must do, what came back, what is done, a page (from 1) of fifty; soonest due first. */
export async function deskOf(
  tx: Tx,
  actor: Actor,
  tab: DeskTab,
  now: Date,
  page = 1,
): Promise<Desk> {
  const mine: Prisma.DutyWhereInput = { AND: [dutiesOf(actor), { since: { lte: now } }] };
  const wheres: Record<DeskTab, Prisma.DutyWhereInput> = {
    todo: { AND: [mine, { status: "open" }] },
    returned: { AND: [mine, { status: "open", returned: true }] },
    done: { doneById: personOf(actor), status: "done" },
  };
  const rows = await tx.duty.findMany({
    where: wheres[tab],
    orderBy:
      tab === "done"
        ? [{ doneAt: "desc" }, { id: "desc" }]
        : [{ dueAt: { sort: "asc", nulls: "last" } }, { since: "asc" }, { id: "asc" }],
    skip: (page - 1) * pageSize,
    take: pageSize + 1,
    select: dutySelect,
  });
  const [todo, returned, done, overdue] = [
    await tx.duty.count({ where: wheres.todo }),
    await tx.duty.count({ where: wheres.returned }),
    await tx.duty.count({ where: wheres.done }),
    await tx.duty.count({ where: { AND: [wheres.todo, { dueAt: { lt: now } }] } }),
  ];
  return {
    rows: rows.slice(0, pageSize),
    counts: { todo, returned, done },
    overdue,
    page,
    more: rows.length > pageSize,
  };
}

const nothing: Prisma.DutyWhereInput = { id: { in: [] } };

/** The duties that wait for this actor, by the roles that he holds. */
export function dutiesOf(actor: Actor): Prisma.DutyWhereInput {
  if (actor.userId === null) return nothing;
  const ways = [
    ...unitDuties(actor),
    ...districtDuties(actor),
    ...officeDuties(actor, actor.userId),
  ];
  if (ways.length === 0) return nothing;
  const notBarred = { OR: [{ exceptUserId: null }, { exceptUserId: { not: actor.userId } }] };
  return { AND: [{ OR: ways }, notBarred] };
}

function unitDuties(actor: Actor): Prisma.DutyWhereInput[] {
  const filling = unitIdsOf(actor, "filler");
  const confirming = unitIdsOf(actor, "unit_admin");
  return [
    ...(filling.length > 0 ? [{ holderRole: "filler", unitId: { in: filling } }] : []),
    ...(confirming.length > 0
      ? [{ holderRole: { in: ["filler", "unit_admin"] }, unitId: { in: confirming } }]
      : []),
  ];
}

function districtDuties(actor: Actor): Prisma.DutyWhereInput[] {
  const districts = districtIdsOf(actor);
  return districts.length > 0
    ? [{ holderRole: "district_officer", districtId: { in: districts } }]
    : [];
}

/** Case work waits for its officer alone; the division's head sees the team's. */
function officeDuties(actor: Actor, userId: string): Prisma.DutyWhereInput[] {
  const ways: Prisma.DutyWhereInput[] = [];
  if (holds(actor, "division_head")) {
    ways.push({ holderRole: { in: ["bureau_officer", "division_head"] } });
  } else if (holds(actor, "bureau_officer")) {
    ways.push({
      holderRole: "bureau_officer",
      OR: [{ holderUserId: null }, { holderUserId: userId }],
    });
  }
  for (const role of ["manager", "auditor", "sysadmin", "security_admin"] as const) {
    if (holds(actor, role)) ways.push({ holderRole: role });
  }
  if (holds(actor, "expert")) ways.push({ holderRole: "expert", holderUserId: userId });
  return ways;
}
