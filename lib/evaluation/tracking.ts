import { reportDueAt } from "@/lib/absorption/dates";
import type { Role } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { CommandContext } from "@/lib/kernel/command";
import { conflict, expectOne, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { addWorkingDays, shanghaiDate } from "@/lib/kernel/working-days";
import { guardedBy } from "@/lib/project/command";
import { cancelDuties, openDuty, settleDuties } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { joinYearlyForms } from "@/lib/project/yearly-form";
import { loadCalendar, loadNumbers } from "@/lib/reference/settings";
import { followUpQuestions } from "./follow-up/profile";
import { trackingYears } from "./follow-up/rules";
import { numberOf } from "./rules";

type Context = Pick<CommandContext, "tx" | "now" | "actor">;

/** The form that follow-up reports answer; the release's own version is stored at first use. */
const trackingForm = {
  code: "tracking_report",
  version: 2,
  title: { zh: "跟踪评价表", en: "Follow-up report" },
  fields: followUpQuestions.full,
} as const;

/**
 * Opens the follow-up reports T+1, T+2 … (parameter `tracking_years`, at most five) with the unit's
 * duties: T+n is due with the yearly form of the n-th year after this one. Reports that are there
 * already stay as they are; annual reports of later years are no longer owed.
 */
export async function openTracking(
  { tx, now }: Pick<Context, "tx" | "now">,
  project: ProjectRecord,
): Promise<void> {
  const numbers = await loadNumbers(tx, now);
  const years = trackingYears(numberOf(numbers, "tracking_years"));
  const thisYear = Number(shanghaiDate(now).slice(0, "YYYY".length));
  const formVersionId = await trackingFormVersion(tx, now);
  const periods = Array.from({ length: years }, (_, at) => at + 1);
  await tx.periodicReport.createMany({
    data: periods.map((period) => ({
      id: newId(),
      ...guardedBy(project),
      kind: "tracking",
      period,
      formVersionId,
      dueAt: reportDueAt(thisYear + period, numbers),
    })),
    skipDuplicates: true,
  });
  await dropAnnualReportsAfter({ tx, now }, project, thisYear);
  await joinYearlyForms(tx, project);
  const open = await tx.periodicReport.findMany({
    where: { projectId: project.id, kind: "tracking", status: "open" },
    orderBy: { period: "asc" },
    select: { id: true, period: true, dueAt: true },
  });
  for (const report of open) await openFillingDuty({ tx, now }, project, report);
}

/** What follows the evaluation is reported by the follow-up reports. */
async function dropAnnualReportsAfter(
  { tx, now }: Pick<Context, "tx" | "now">,
  project: ProjectRecord,
  year: number,
): Promise<void> {
  const later = { projectId: project.id, kind: "annual", status: "open", period: { gt: year } };
  const rows = await tx.periodicReport.findMany({ where: later, select: { id: true } });
  const ids = rows.map(({ id }) => id);
  await tx.periodicReport.updateMany({
    where: { ...later, id: { in: ids } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  await cancelDuties(tx, { projectId: project.id, subjectId: { in: ids } }, now);
}

async function trackingFormVersion(tx: Tx, now: Date): Promise<string> {
  const { code, version, title, fields } = trackingForm;
  await tx.formVersion.createMany({
    data: [{ id: newId(), code, version, title, definition: { fields }, publishedAt: now }],
    skipDuplicates: true,
  });
  const form = await tx.formVersion.findUniqueOrThrow({
    where: { code_version: { code, version } },
    select: { id: true },
  });
  return form.id;
}

function openFillingDuty(
  { tx, now }: Pick<Context, "tx" | "now">,
  project: ProjectRecord,
  report: { id: string; period: number; dueAt: Date },
  returned = false,
): Promise<void> {
  return openDuty(tx, project, {
    kind: "evaluation.tracking-report",
    subject: { type: "periodic_report", id: report.id },
    holderRole: "unit_admin",
    period: String(report.period),
    since: now,
    dueAt: report.dueAt,
    returned,
    params: { period: report.period },
  });
}

export type TrackingStatus = "open" | "submitted" | "district_confirmed" | "closed";

export interface TrackingReport {
  id: string;
  period: number;
  status: string;
  dueAt: Date;
  confirmedById: string | null;
  version: number;
}

/** A follow-up report of this project as the actor saw it: 404 if it is not there, 409 if it moved on. */
export async function trackingReport(
  tx: Tx,
  projectId: string,
  target: { reportId: string; reportVersion: number },
  statuses: readonly TrackingStatus[],
): Promise<TrackingReport> {
  const report = await tx.periodicReport.findFirst({
    where: { id: target.reportId, projectId, kind: "tracking" },
    select: {
      id: true,
      period: true,
      status: true,
      dueAt: true,
      confirmedById: true,
      version: true,
    },
  });
  if (report === null) throw notFound();
  if (!statuses.some((status) => status === report.status)) {
    throw conflict("report_elsewhere", { status: report.status });
  }
  if (report.version !== target.reportVersion) throw conflict("version_conflict");
  return report;
}

/** Moves a report on, on its status and version; a faster writer makes this a 409. */
export async function writeReport(
  tx: Tx,
  report: TrackingReport,
  data: Prisma.PeriodicReportUncheckedUpdateManyInput,
): Promise<void> {
  expectOne(
    await tx.periodicReport.updateMany({
      where: { id: report.id, status: report.status, version: report.version },
      data: { ...data, version: report.version + 1 },
    }),
  );
}

/** Settles what was open on a report and puts it on the next holder's desk. */
export async function handOver(
  context: Context,
  project: ProjectRecord,
  report: TrackingReport,
  next: { kind: string; holderRole: Role } | "unit" | "nobody",
): Promise<void> {
  const { tx, now } = context;
  await settleDuties(tx, { projectId: project.id, subjectId: report.id }, context);
  if (next === "nobody") return;
  if (next === "unit") return openFillingDuty(context, project, report, true);
  const days = numberOf(await loadNumbers(tx, now), "limit_tracking_confirmation");
  await openDuty(tx, project, {
    ...next,
    subject: { type: "periodic_report", id: report.id },
    period: String(report.period),
    since: now,
    dueAt: addWorkingDays(now, days, await loadCalendar(tx)),
    params: { period: report.period },
  });
}
