import { type Actor, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { endOfShanghaiDay, shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";

/** One thing that a unit has still to hand in this year. */
export interface DueItem {
  id: string;
  /** Code of what is due: a duty's kind, or `coming.*` for what can't be done yet. */
  kind: string;
  subjectType: string;
  subjectId: string;
  project: { id: string; number: string | null; title: string; titleEn: string | null } | null;
  unitId: string | null;
  params: unknown;
  /** The day, `YYYY-MM-DD` in Shanghai. */
  dueOn: string;
  overdue: boolean;
}

const project = { select: { id: true, number: true, title: true, titleEn: true } } as const;
const most = 500;

/**
 * What the actor's units have still to hand in by the end of this year, soonest first: open duties
 * (the overdue too), reports, checks, links and milestones that come, and terms that end.
 */
export async function dueThisYear(tx: Tx, actor: Actor, now: Date): Promise<DueItem[]> {
  const units = unitIdsOf(actor, ...applicantRoles);
  if (units.length === 0) return [];
  const today = shanghaiDate(now);
  const yearEnd = `${today.slice(0, 4)}-12-31`;
  const own = { unitId: { in: units } };
  const open = await openDuties(tx, own, yearEnd);
  const known = new Set(open.map(({ subjectId }) => subjectId));
  const coming = (await comingItems(tx, own, { today, yearEnd })).filter(
    ({ subjectId }) => !known.has(subjectId),
  );
  return [...open, ...coming]
    .map((item) => ({ ...item, overdue: item.dueOn < today }))
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}

type Own = { unitId: { in: string[] } };
type Found = Omit<DueItem, "overdue">;

async function openDuties(tx: Tx, own: Own, yearEnd: string): Promise<Found[]> {
  const rows = await tx.duty.findMany({
    where: {
      ...own,
      status: "open",
      holderRole: { in: [...applicantRoles] },
      // A warning asks for what stands in the list by itself.
      NOT: { kind: { startsWith: "warnings." } },
      dueAt: { lte: endOfShanghaiDay(yearEnd) },
    },
    orderBy: { dueAt: "asc" },
    take: most,
    select: {
      id: true,
      kind: true,
      subjectType: true,
      subjectId: true,
      unitId: true,
      params: true,
      dueAt: true,
      project,
    },
  });
  return rows.flatMap(({ dueAt, ...row }) =>
    dueAt === null ? [] : [{ ...row, dueOn: shanghaiDate(dueAt) }],
  );
}

interface Year {
  today: string;
  yearEnd: string;
}

/** Nobody's duty yet, but its day is known. */
async function comingItems(tx: Tx, own: Own, year: Year): Promise<Found[]> {
  return [
    ...(await comingReports(tx, own, year)),
    ...(await comingLinks(tx, own, year)),
    ...(await endingTerms(tx, own, year)),
  ];
}

const within = ({ today, yearEnd }: Year): Prisma.DateTimeFilter => ({
  gte: new Date(today),
  lte: endOfShanghaiDay(yearEnd),
});

async function comingReports(tx: Tx, own: Own, year: Year): Promise<Found[]> {
  const reports = await tx.periodicReport.findMany({
    where: { ...own, status: "open", dueAt: within(year) },
    take: most,
    select: { id: true, kind: true, period: true, unitId: true, dueAt: true, project },
  });
  const checks = await tx.midTermCheck.findMany({
    where: { ...own, status: "planned", dueAt: within(year) },
    take: most,
    select: { id: true, dueAt: true, unitId: true, project },
  });
  return [
    ...reports.map(({ id, kind, period, dueAt, ...row }) => ({
      ...row,
      ...item(
        kind === "tracking" ? "coming.tracking_report" : "coming.annual_report",
        "report",
        id,
      ),
      dueOn: shanghaiDate(dueAt),
    })),
    ...checks.map(({ id, dueAt, ...row }) => ({
      ...row,
      ...item("coming.mid_term_check", "mid_term_check", id),
      dueOn: shanghaiDate(dueAt),
    })),
  ];
}

async function comingLinks(tx: Tx, own: Own, year: Year): Promise<Found[]> {
  const running = { project: { state: "active" } };
  const links = await tx.ledgerLink.findMany({
    where: {
      ...own,
      ...running,
      status: { in: ["open", "returned"] },
      plannedTo: within(year),
      technology: { removedAt: null },
    },
    take: most,
    select: { id: true, plannedTo: true, unitId: true, project },
  });
  const milestones = await tx.milestone.findMany({
    where: { ...own, ...running, doneOn: null, plannedOn: within(year) },
    take: most,
    select: { id: true, plannedOn: true, unitId: true, project },
  });
  return [
    ...links.map(({ id, plannedTo, ...row }) => ({
      ...row,
      ...item("coming.prove_link", "ledger_link", id),
      dueOn: dayText(plannedTo),
    })),
    ...milestones.map(({ id, plannedOn, ...row }) => ({
      ...row,
      ...item("coming.milestone", "milestone", id),
      dueOn: dayText(plannedOn),
    })),
  ];
}

/** A project whose term ends this year must apply for acceptance after it. */
async function endingTerms(tx: Tx, own: Own, year: Year): Promise<Found[]> {
  const rows = await tx.project.findMany({
    where: { ...own, state: "active", endsOn: within(year) },
    take: most,
    select: { id: true, number: true, title: true, titleEn: true, unitId: true, endsOn: true },
  });
  return rows.flatMap(({ endsOn, unitId, ...row }) =>
    endsOn === null
      ? []
      : [
          {
            project: row,
            unitId,
            ...item("coming.term_end", "project", row.id),
            dueOn: dayText(endsOn),
          },
        ],
  );
}

const item = (kind: string, subjectType: string, id: string) => ({
  id: `${kind}:${id}`,
  kind,
  subjectType,
  subjectId: id,
  params: {},
});
