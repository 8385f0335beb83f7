import type { Tx } from "@/lib/db/client";
import { newId } from "@/lib/kernel/ids";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { ProjectRecord } from "./load";

type Owner = Pick<ProjectRecord, "id" | "unitId" | "districtId">;

/**
 * Puts each report of a project that is in no yearly form yet into the form of its unit and year,
 * making the form where there is none: an annual report by its period, any other by the Shanghai
 * year in which it is due. A new form is due when the last of these is (domain.md §1.5).
 */
export async function joinYearlyForms(tx: Tx, project: Owner): Promise<void> {
  const reports = await tx.periodicReport.findMany({
    where: { projectId: project.id, yearlyFormId: null },
    orderBy: { dueAt: "asc" },
    select: { id: true, kind: true, period: true, dueAt: true },
  });
  for (const year of new Set(reports.map(formYear))) {
    const rows = reports.filter((report) => formYear(report) === year);
    const dueAt = rows.at(-1)?.dueAt;
    if (dueAt === undefined) continue;
    await tx.periodicReport.updateMany({
      where: { id: { in: rows.map(({ id }) => id) }, yearlyFormId: null },
      data: { yearlyFormId: await formOf(tx, project, year, dueAt) },
    });
  }
}

/** After a project went to another unit: its reports go to that unit's forms. */
export async function rejoinYearlyForms(tx: Tx, project: Owner): Promise<void> {
  await tx.periodicReport.updateMany({
    where: { projectId: project.id },
    data: { yearlyFormId: null },
  });
  await joinYearlyForms(tx, project);
}

function formYear(report: { kind: string; period: number; dueAt: Date }): number {
  return report.kind === "annual"
    ? report.period
    : Number(shanghaiDate(report.dueAt).slice(0, "YYYY".length));
}

/** The form of a unit and year; two that ask at once get the same one. */
async function formOf(tx: Tx, project: Owner, year: number, dueAt: Date): Promise<string> {
  const { unitId, districtId } = project;
  await tx.yearlyForm.createMany({
    data: [{ id: newId(), unitId, districtId, year, dueAt }],
    skipDuplicates: true,
  });
  const form = await tx.yearlyForm.findUniqueOrThrow({
    where: { unitId_year: { unitId, year } },
    select: { id: true },
  });
  return form.id;
}
