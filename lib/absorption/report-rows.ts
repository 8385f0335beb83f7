import type { CommandContext } from "@/lib/kernel/command";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { State } from "@/lib/lifecycle/states";
import { guardedBy } from "@/lib/project/command";
import { openDuty } from "@/lib/project/duties";
import type { ProjectRecord } from "@/lib/project/load";
import { joinYearlyForms } from "@/lib/project/yearly-form";
import { loadNumbers } from "@/lib/reference/settings";
import { reportDueAt, reportYears, type Term } from "./dates";

type RowContext = Pick<CommandContext, "tx" | "now">;

/** A project owes the year's report until it is accepted. */
export const stillRuns: ReadonlySet<State> = new Set([
  "contracting",
  "active",
  "suspended",
  "acceptance_filing",
  "acceptance_review",
  "rectification",
]);

/** The form that annual reports answer. */
const annualReportForm = "annual_report";

/** Stores the row of each annual report that the project owes from `asOf` on; existing rows stay. */
export async function planReports(
  context: RowContext,
  project: ProjectRecord,
  asOf: Date,
  term: Term = project,
): Promise<void> {
  const numbers = await loadNumbers(context.tx, context.now);
  await addRows(context, project, reportYears(term, asOf, numbers));
}

/** Stores the rows of these years' reports with their due dates. */
async function addRows(
  { tx, now }: RowContext,
  project: ProjectRecord,
  years: readonly number[],
): Promise<void> {
  if (years.length === 0) return;
  const numbers = await loadNumbers(tx, now);
  const form = await tx.formVersion.findFirst({
    where: { code: annualReportForm, publishedAt: { lte: now } },
    orderBy: { version: "desc" },
    select: { id: true },
  });
  if (form === null) throw conflict("report_form_missing");
  await tx.periodicReport.createMany({
    data: years.map((period) => ({
      id: newId(),
      ...guardedBy(project),
      kind: "annual",
      period,
      formVersionId: form.id,
      dueAt: reportDueAt(period, numbers),
    })),
    skipDuplicates: true,
  });
  await joinYearlyForms(tx, project);
}

/** Puts the earliest open annual report on the unit's desk. */
export async function openNextReport(
  { tx, now }: RowContext,
  project: ProjectRecord,
): Promise<void> {
  const next = await tx.periodicReport.findFirst({
    where: { projectId: project.id, kind: "annual", status: { not: "closed" } },
    orderBy: { period: "asc" },
    select: { id: true, period: true, dueAt: true, status: true },
  });
  if (next === null || next.status !== "open") return;
  await openDuty(tx, project, {
    kind: "absorption.annual_report",
    subject: { type: "periodic_report", id: next.id },
    holderRole: "unit_admin",
    period: String(next.period),
    since: now,
    dueAt: next.dueAt,
    params: { year: next.period },
  });
}

/** After a year's report is closed: the next year's row, if the project still runs, and its duty. */
export async function openFollowingReport(
  context: RowContext,
  project: ProjectRecord,
  closedPeriod: number,
): Promise<void> {
  if (stillRuns.has(project.state)) await addRows(context, project, [closedPeriod + 1]);
  await openNextReport(context, project);
}
