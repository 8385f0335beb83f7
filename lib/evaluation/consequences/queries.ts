import { type Actor, holds } from "@/lib/access/actor";
import { isAllowed, mayAs } from "@/lib/access/policy";
import { bureauRoles } from "@/lib/access/roles";
import { projectScope, seesOnlyAsExpert } from "@/lib/access/scope";
import { unseal } from "@/lib/accounts/sealed";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { addDays } from "@/lib/kernel/working-days";
import { readProject } from "@/lib/project/load";
import { hasAudited } from "./load";
import { appealProblem, type ConsequenceStanding, openAppealStatuses } from "./rules";

const consequenceSelect = {
  id: true,
  kind: true,
  basis: true,
  validFrom: true,
  validTo: true,
  status: true,
  ruleCode: true,
  ruleVersion: true,
  appealUntil: true,
  endedAt: true,
  endReason: true,
  details: true,
  version: true,
} as const satisfies Prisma.ConsequenceSelect;

type ConsequenceRow = Prisma.ConsequenceGetPayload<{ select: typeof consequenceSelect }>;

const appealSelect = {
  id: true,
  status: true,
  content: true,
  filedAt: true,
  dueAt: true,
  finding: true,
  filerNameEnc: true,
  filerPhoneEnc: true,
  subjectId: true,
  paperNumber: true,
  recordedById: true,
  recordedByName: true,
  confirmedByName: true,
  version: true,
} as const satisfies Prisma.ObjectionSelect;

interface Texts {
  zh: string;
  en: string;
}

export type ShownConsequence = NonNullable<Awaited<ReturnType<typeof consequencesOf>>>[number];
export type ShownAppeal = ShownConsequence["appeals"][number];

/**
 * What followed from a project's result, grade and follow-up, newest first, each with its rule and
 * basis, whether it is in force, the appeals against it, and what the actor can do. Null outside the
 * scope and for experts. Who appealed is shown to the unit and the bureau only.
 */
export async function consequencesOf(tx: Tx, actor: Actor, projectId: string, now: Date) {
  const project = await readProject(tx, actor, projectId);
  if (project === null || seesOnlyAsExpert(actor)) return null;
  const rows = await tx.consequence.findMany({
    where: { projectId },
    orderBy: [{ validFrom: "desc" }, { id: "desc" }],
    select: consequenceSelect,
  });
  if (rows.length === 0) return [];
  const titles = await titlesOf(tx, rows);
  const appeals = await tx.objection.findMany({
    where: { projectId, kind: "appeal" },
    orderBy: { filedAt: "desc" },
    select: appealSelect,
  });
  const own = isAllowed(mayAs(actor, project, ["unit_admin"]));
  const officer = isAllowed(mayAs(actor, project, bureauRoles));
  const seesFiler = own || officer || holds(actor, "manager", "auditor");
  const open = ["evaluation", "tracking", "archived"].includes(project.state);
  const handles =
    officer && actor.userId !== null && !(await hasAudited(tx, projectId, actor.userId));
  return rows.map(({ details, ...row }) => {
    const ofRow = appeals.filter(({ subjectId }) => subjectId === row.id);
    const openAppeal = ofRow.some(({ status }) => isOpen(status));
    return {
      ...row,
      trigger: triggerIn(details),
      title: titles.get(ruleKey(row)) ?? null,
      standing: standingOf(row, now),
      actions: open ? consequenceActions({ ...row, openAppeal }, { own, officer }, now) : [],
      appeals: ofRow.map(({ filerNameEnc, filerPhoneEnc, subjectId: _consequence, ...appeal }) => ({
        ...appeal,
        filer: seesFiler ? `${unseal(filerNameEnc)} · ${unseal(filerPhoneEnc)}` : null,
        actions: open ? appealActions(actor, { officer, handles }, appeal) : [],
      })),
    };
  });
}

const isOpen = (status: string): boolean => openAppealStatuses.some((each) => each === status);

/** Days after the time limit in which the screen still offers to enter a paper that came in time. */
const entryDays = 30;

function consequenceActions(
  standing: ConsequenceStanding,
  { own, officer }: { own: boolean; officer: boolean },
  now: Date,
): string[] {
  const problem = appealProblem(standing, now);
  if (own && problem === null) return ["consequences.file-appeal"];
  const entered = standing.appealUntil !== null && addDays(standing.appealUntil, entryDays) >= now;
  const onPaper = problem === null || (problem === "appeal_time_over" && entered);
  return officer && onPaper ? ["consequences.record-paper-appeal"] : [];
}

function appealActions(
  actor: Actor,
  { officer, handles }: { officer: boolean; handles: boolean },
  { status, recordedById }: { status: string; recordedById: string | null },
): string[] {
  if (status === "investigated") {
    return holds(actor, "manager") ? ["consequences.decide-appeal"] : [];
  }
  if (status === "recorded") {
    return officer && recordedById !== actor.userId ? ["consequences.confirm-paper-appeal"] : [];
  }
  return handles && isOpen(status) ? ["consequences.handle-appeal"] : [];
}

/** In force, over, or ended before its time. */
function standingOf(
  { status, validTo }: Pick<ConsequenceRow, "status" | "validTo">,
  now: Date,
): string {
  return status === "in_force" && validTo !== null && validTo < now ? "expired" : status;
}

const ruleKey = ({ ruleCode, ruleVersion }: Pick<ConsequenceRow, "ruleCode" | "ruleVersion">) =>
  `${ruleCode}:${ruleVersion}`;

async function titlesOf(
  tx: Tx,
  rows: readonly Pick<ConsequenceRow, "ruleCode" | "ruleVersion">[],
): Promise<ReadonlyMap<string, { title: Texts; basis: Texts }>> {
  const codes = [...new Set(rows.flatMap(({ ruleCode }) => ruleCode ?? []))];
  const rules = await tx.consequenceRule.findMany({
    where: { code: { in: codes } },
    select: { code: true, version: true, title: true, basis: true },
  });
  return new Map(
    rules.map(({ code, version, title, basis }) => [
      `${code}:${version}`,
      { title: textsOf(title), basis: textsOf(basis) },
    ]),
  );
}

function textsOf(value: Prisma.JsonValue): Texts {
  if (typeof value !== "object" || value === null) return { zh: "", en: "" };
  const text = (name: "zh" | "en"): string => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === "string" ? found : "";
  };
  return { zh: text("zh"), en: text("en") };
}

function triggerIn(details: Prisma.JsonValue): string | null {
  if (typeof details !== "object" || details === null) return null;
  const trigger: unknown = Reflect.get(details, "trigger");
  return typeof trigger === "string" ? trigger : null;
}

/** Standing consequences of a unit as far as the actor sees its projects, for its next application. */
export async function standingOfUnit(tx: Tx, actor: Actor, unitId: string, now: Date) {
  const rows = await tx.consequence.findMany({
    where: {
      unitId,
      project: projectScope(actor),
      status: "in_force",
      kind: { in: ["priority", "incentive", "attention", "limit"] },
      OR: [{ validTo: null }, { validTo: { gte: now } }],
    },
    orderBy: [{ kind: "asc" }, { validFrom: "desc" }],
    select: {
      id: true,
      kind: true,
      validTo: true,
      ruleCode: true,
      ruleVersion: true,
      project: { select: { id: true, number: true, title: true, titleEn: true } },
    },
  });
  const titles = await titlesOf(tx, rows);
  return rows.map((row) => ({ ...row, title: titles.get(ruleKey(row))?.title ?? null }));
}

/**
 * The record of a unit: its evaluated projects with result, grade and rating, and what stands. For
 * the unit itself, its district and the bureau; null for others or where nothing is in their scope.
 */
export async function unitRecord(tx: Tx, actor: Actor, unitId: string, now: Date) {
  if (seesOnlyAsExpert(actor)) return null;
  const projects = await tx.project.findMany({
    where: { AND: [{ unitId, acceptanceResult: { not: null } }, projectScope(actor)] },
    orderBy: [{ year: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      number: true,
      title: true,
      titleEn: true,
      unitName: true,
      year: true,
      state: true,
      acceptanceResult: true,
      finalScore: true,
      grade: true,
      followUpRating: true,
    },
  });
  const seen = await tx.project.findFirst({
    where: { AND: [{ unitId }, projectScope(actor)] },
    select: { unit: { select: { name: true } } },
  });
  if (seen === null) return null;
  return {
    name: seen.unit.name,
    projects: projects.map(({ finalScore, ...row }) => ({
      ...row,
      finalScore: finalScore?.toFixed(2) ?? null,
    })),
    standing: await standingOfUnit(tx, actor, unitId, now),
  };
}
