import { type Actor, holds, unitIdsOf } from "@/lib/access/actor";
import { applicantRoles, bureauRoles } from "@/lib/access/roles";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { workingDaysBetween } from "@/lib/kernel/working-days";
import { loadCalendar } from "@/lib/reference/settings";
import { type CallParameters, readCallParameters } from "./parameters";
import { closesFor, isOpen } from "./rules";

/** Everybody who is signed in sees published calls; drafts are the bureau's. */
export const callScope = (actor: Actor): Prisma.CallWhereInput =>
  holds(actor, ...bureauRoles, "manager", "auditor") ? {} : { status: "published" };

export interface CallListItem {
  id: string;
  code: string;
  title: string;
  titleEn: string | null;
  year: number;
  status: string;
  opensAt: Date;
  closesAt: Date;
  districtClosesAt: Date;
  budget: string;
  lightProfile: boolean;
  /** Does it take applications of the actor's unit now? */
  open: boolean;
  /** Working days to the close that counts for the actor; null where it isn't open. */
  daysLeft: number | null;
  projectCount: number;
}

const listSelect = (actor: Actor) =>
  ({
    id: true,
    code: true,
    title: true,
    titleEn: true,
    year: true,
    status: true,
    opensAt: true,
    closesAt: true,
    districtClosesAt: true,
    budget: true,
    lightProfile: true,
    extensions: {
      where: { unitId: { in: unitIdsOf(actor, ...applicantRoles) } },
      orderBy: { closesAt: "desc" },
      take: 1,
      select: { closesAt: true },
    },
  }) as const satisfies Prisma.CallSelect;

type ListRow = Prisma.CallGetPayload<{ select: ReturnType<typeof listSelect> }>;

/** Calls that the actor may see, the newest close first. */
export async function listCalls(tx: Tx, actor: Actor, now: Date): Promise<CallListItem[]> {
  const rows = await tx.call.findMany({
    where: callScope(actor),
    orderBy: [{ closesAt: "desc" }, { code: "desc" }],
    take: 200,
    select: listSelect(actor),
  });
  const calendar = await loadCalendar(tx);
  const counts = await tx.project.groupBy({
    by: ["callId"],
    where: { AND: [projectScope(actor), { callId: { in: rows.map(({ id }) => id) } }] },
    _count: { _all: true },
  });
  const countOf = new Map(counts.map((row) => [row.callId, row._count._all]));
  return rows.map((row) => listItem(row, countOf.get(row.id) ?? 0, calendar, now));
}

function listItem(
  { extensions, budget, ...row }: ListRow,
  projectCount: number,
  calendar: ReadonlyMap<string, boolean>,
  now: Date,
): CallListItem {
  const extension = extensions[0] ?? null;
  const open = isOpen(row, extension, now);
  return {
    ...row,
    closesAt: closesFor(row, extension),
    budget: budget.toFixed(2),
    open,
    daysLeft: open ? workingDaysBetween(now, closesFor(row, extension), calendar) : null,
    projectCount,
  };
}

export interface CallDetail extends CallListItem {
  version: number;
  programmeLevel: string;
  maxPerUnit: number;
  publicityDays: number;
  description: string;
  publishedAt: Date | null;
  parameters: CallParameters;
  formVersionId: string;
  scoreSheetId: string;
  indicatorSetId: string;
  evaluationRuleId: string;
  /** How many of the projects that the actor may see stand in each state. */
  states: { state: string; count: number }[];
  /** Only for officials. */
  quotas: { districtId: string; quota: number }[];
  extensions: { unitId: string; unitName: string; closesAt: Date; reason: string }[];
}

/** One call with the counts of its projects by state within the actor's scope; null outside the scope. */
export async function callDetail(
  tx: Tx,
  actor: Actor,
  id: string,
  now: Date,
): Promise<CallDetail | null> {
  const row = await tx.call.findFirst({
    where: { AND: [{ id }, callScope(actor)] },
    select: {
      ...listSelect(actor),
      version: true,
      programmeLevel: true,
      maxPerUnit: true,
      publicityDays: true,
      description: true,
      publishedAt: true,
      parameters: true,
      formVersionId: true,
      scoreSheetId: true,
      indicatorSetId: true,
      evaluationRuleId: true,
      quotas: { orderBy: { districtId: "asc" }, select: { districtId: true, quota: true } },
    },
  });
  if (row === null) return null;
  const states = await tx.project.groupBy({
    by: ["state"],
    where: { AND: [projectScope(actor), { callId: id }] },
    orderBy: { state: "asc" },
    _count: { _all: true },
  });
  const officials = holds(actor, ...bureauRoles, "manager", "auditor", "district_officer");
  const counts = states.map(({ state, _count }) => ({ state, count: _count._all }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const { quotas, ...rest } = row;
  return {
    ...rest,
    ...listItem(rest, total, await loadCalendar(tx), now),
    parameters: readCallParameters(rest.parameters),
    states: counts,
    quotas: officials ? quotas : [],
    extensions: officials ? await extensionsOf(tx, id) : [],
  };
}

async function extensionsOf(tx: Tx, callId: string): Promise<CallDetail["extensions"]> {
  const rows = await tx.callExtension.findMany({
    where: { callId },
    orderBy: { closesAt: "asc" },
    select: { unitId: true, closesAt: true, reason: true },
  });
  const units = await tx.unit.findMany({
    where: { id: { in: rows.map(({ unitId }) => unitId) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, unitName: nameOf.get(row.unitId) ?? "" }));
}

/** The units of the actor with which an application may be begun. */
export function applicantUnits(tx: Tx, actor: Actor): Promise<{ id: string; name: string }[]> {
  return tx.unit.findMany({
    where: {
      id: { in: unitIdsOf(actor, ...applicantRoles) },
      status: { in: ["confirmed", "confirmed_by_import"] },
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** Published versions that a call can name, newest first, as choices by the names that the form asks. */
export async function versionChoices(tx: Tx, locale: "zh-CN" | "en", now: Date) {
  const published = { publishedAt: { lte: now } };
  const select = { id: true, code: true, version: true, title: true } as const;
  const orderBy = [{ code: "asc" }, { version: "desc" }] as const;
  const forms = await tx.formVersion.findMany({
    where: { ...published, code: "proposal" },
    orderBy: [...orderBy],
    select,
  });
  const sheets = await tx.scoreSheet.findMany({ where: published, orderBy: [...orderBy], select });
  const sets = await tx.indicatorSet.findMany({
    where: { ...published, purpose: "project" },
    orderBy: [...orderBy],
    select,
  });
  const rules = await tx.evaluationRule.findMany({
    where: { validFrom: { lte: now } },
    orderBy: [...orderBy],
    select: { id: true, code: true, version: true },
  });
  const toChoice = (row: { id: string; code: string; version: number; title?: unknown }) => ({
    value: row.id,
    label: `${titleIn(row.title, locale) ?? row.code} v${row.version}`,
  });
  return {
    formVersions: forms.map(toChoice),
    scoreSheets: sheets.map(toChoice),
    indicatorSets: sets.map(toChoice),
    evaluationRules: rules.map(toChoice),
  };
}

function titleIn(title: unknown, locale: "zh-CN" | "en"): string | null {
  if (title === null || typeof title !== "object") return null;
  const text: unknown = Reflect.get(title, locale === "en" ? "en" : "zh");
  return typeof text === "string" ? text : null;
}
