import type { Tx } from "@/lib/db/client";
import { freezeBaseline } from "@/lib/evaluation/baseline";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { endOfShanghaiDay } from "@/lib/kernel/working-days";
import { guardedBy } from "@/lib/project/command";
import type { ProjectRecord } from "@/lib/project/load";
import type { TargetPlan } from "@/lib/project/plan";
import { searchColumnsWithUnit } from "@/lib/project/search";
import { storedDay, today } from "./dates";
import { moveToUnit } from "./move-unit";
import { openNextReport, planReports } from "./report-rows";
import type { ChangeKind, ChangePayload } from "./schema";
import { daysBetween, shiftPlanned } from "./shift-planned";

export interface AgreedChange {
  id: string;
  kind: ChangeKind;
  payload: ChangePayload;
}

type ChangeContext = Pick<CommandContext, "tx" | "actor" | "now">;
type Apply = (
  context: ChangeContext,
  project: ProjectRecord,
  change: AgreedChange,
) => Promise<Prisma.ProjectUncheckedUpdateManyInput>;

/**
 * Writes what an approved or filed change says, and what follows from it: targets make the next
 * baseline version, an extension rewrites the stored due dates, a partner is swapped by date. The
 * project's own version goes up, as its facts have changed.
 */
export async function applyChange(
  context: ChangeContext,
  project: ProjectRecord,
  change: AgreedChange,
): Promise<void> {
  const data = await effects[change.kind](context, project, change);
  const result = await context.tx.project.updateMany({
    where: { id: project.id, version: project.version },
    data: { ...data, version: { increment: 1 }, updatedAt: context.now },
  });
  expectOne(result);
}

const nothing: Apply = async () => ({});

const effects: Record<ChangeKind, Apply> = {
  route: nothing,
  budget_shift: nothing,
  team: async ({ tx, now }, project, { payload }) => {
    for (const member of payload.members ?? []) {
      if (member.move === "joins") {
        await addMember({ tx, now }, project, member.name, member.title, "member");
      } else {
        await endMembers({ tx, now }, project, { name: member.name });
      }
    }
    return {};
  },
  unit_renamed: ({ tx }, project, { payload }) =>
    renamed(tx, project.id, payload.unitName ?? project.unitName),
  investigator: async ({ tx, now }, project, { payload }) => {
    const name = payload.investigatorName ?? "";
    await endMembers({ tx, now }, project, { part: "investigator" });
    await addMember({ tx, now }, project, name, payload.investigatorTitle, "investigator");
    return { investigatorName: name };
  },
  lead_unit: async ({ tx }, project, { payload }) => {
    const unit = await tx.unit.findUnique({
      where: { uscc: payload.leadUnitUscc ?? "" },
      select: {
        id: true,
        name: true,
        districtId: true,
        administrativeDistrictId: true,
        managingUnitId: true,
      },
    });
    if (unit === null) throw conflict("lead_unit_not_registered");
    await moveToUnit(tx, project.id, unit);
    const { id, name, ...places } = unit;
    return { unitId: id, ...places, ...(await renamed(tx, project.id, name)) };
  },
  foreign_partner: swapPartner,
  targets: freezeTargets,
  budget_total: async (_context, _project, { payload }) => ({
    adjustedBudget: payload.budgetTotal,
  }),
  term: extend,
};

/** The unit's name in the project, by which it is found too. */
async function renamed(tx: Tx, projectId: string, unitName: string) {
  return { unitName, ...(await searchColumnsWithUnit(tx, projectId, unitName)) };
}

type Dated = Pick<CommandContext, "tx" | "now">;

async function addMember(
  { tx, now }: Dated,
  project: ProjectRecord,
  name: string,
  title: string | undefined,
  part: string,
): Promise<void> {
  await tx.projectMember.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      name,
      part,
      title: title || null,
      validFrom: today(now),
    },
    select: { id: true },
  });
}

async function endMembers(
  { tx, now }: Dated,
  project: ProjectRecord,
  which: { name: string } | { part: string },
): Promise<void> {
  await tx.projectMember.updateMany({
    where: { ...which, projectId: project.id, validTo: null },
    data: { validTo: today(now) },
  });
}

async function swapPartner(
  { tx, now }: ChangeContext,
  project: ProjectRecord,
  { payload }: AgreedChange,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  const { partner } = payload;
  if (!partner) return {};
  await tx.projectPartner.updateMany({
    where: {
      projectId: project.id,
      validTo: null,
      ...(payload.formerPartnerId ? { id: payload.formerPartnerId } : {}),
    },
    data: { validTo: today(now) },
  });
  const known = await tx.partner.findFirst({
    where: { name: partner.name, countryCode: partner.countryCode },
    select: { id: true },
  });
  const partnerId = known?.id ?? newId();
  if (!known) {
    await tx.partner.create({
      data: { id: partnerId, ...partner, nameEn: partner.nameEn || null, createdAt: now },
      select: { id: true },
    });
  }
  await tx.projectPartner.create({
    data: {
      id: newId(),
      ...guardedBy(project),
      partnerId,
      name: partner.name,
      countryCode: partner.countryCode,
      validFrom: today(now),
    },
    select: { id: true },
  });
  return {};
}

/** Targets that the request does not name keep the value of the last baseline. */
async function freezeTargets(
  context: ChangeContext,
  project: ProjectRecord,
  { id, payload }: AgreedChange,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  if (project.indicatorSetId === null) throw conflict("indicator_set_missing");
  const last = await context.tx.baseline.findFirst({
    where: { projectId: project.id },
    orderBy: { version: "desc" },
    select: { targets: { select: { indicatorCode: true, value: true, core: true } } },
  });
  const targets = new Map<string, TargetPlan>();
  for (const target of last?.targets ?? []) targets.set(target.indicatorCode, target);
  for (const target of payload.targets ?? []) targets.set(target.indicatorCode, target);
  await freezeBaseline(context, project, {
    cause: "change",
    changeRequestId: id,
    indicatorSetId: project.indicatorSetId,
    targets: [...targets.values()],
  });
  return {};
}

/** The new end, the due date of the running state, the years' reports, and the dates that move with it. */
async function extend(
  context: ChangeContext,
  project: ProjectRecord,
  { payload }: AgreedChange,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  if (!payload.endsOn) return {};
  const { tx, now } = context;
  const endsOn = storedDay(payload.endsOn);
  if (payload.shiftDates && project.endsOn !== null) {
    await shiftPlanned(context, project, daysBetween(project.endsOn, endsOn));
  }
  for (const date of payload.dates ?? []) await movePlannedDay(context, project, date);
  await planReports(context, project, now, { startsOn: project.startsOn, endsOn });
  await openNextReport(context, project);
  if (project.state !== "active") return { endsOn };
  const dueAt = endOfShanghaiDay(payload.endsOn);
  await tx.duty.updateMany({
    where: { projectId: project.id, kind: "state.active", status: "open" },
    data: { dueAt },
  });
  return { endsOn, dueAt };
}

async function movePlannedDay(
  { tx }: ChangeContext,
  project: ProjectRecord,
  date: NonNullable<ChangePayload["dates"]>[number],
): Promise<void> {
  const planned = storedDay(date.plannedOn);
  const where = { id: date.id, projectId: project.id };
  const moved =
    date.subject === "link"
      ? await tx.ledgerLink.updateMany({
          where: { ...where, status: { not: "closed" } },
          data: { plannedTo: planned, version: { increment: 1 } },
        })
      : await tx.milestone.updateMany({
          where: { ...where, doneOn: null },
          data: { plannedOn: planned, version: { increment: 1 } },
        });
  if (moved.count === 0) return;
  await tx.duty.updateMany({
    where: {
      projectId: project.id,
      subjectId: date.id,
      kind: { in: ["absorption.prove_link", "absorption.milestone"] },
      status: "open",
    },
    data: { dueAt: endOfShanghaiDay(date.plannedOn) },
  });
}
