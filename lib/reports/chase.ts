import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import { formScope, owedReports } from "./scope";

/** A form whose unit may be reminded. */
export interface FormToChase {
  id: string;
  unitId: string;
  districtId: string;
  year: number;
  dueAt: Date;
  chasedAt: Date | null;
  unit: { name: string };
  owes: boolean;
  /** What waits on the unit's desk, to which the reminder belongs. */
  dutyId: string | null;
}

/** Duties of a unit that hand in what the yearly form asks. */
const handingIn = ["absorption.annual_report", "evaluation.tracking-report"];

/** Locks and loads these forms within the actor's scope; null when one of them is not there for him. */
export async function formsToChase(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<FormToChase[] | null> {
  const wanted = [...new Set(ids)];
  await tx.$queryRaw`
    select id from yearly_form where id = any(${wanted}::uuid[]) order by id for update`;
  const rows = await tx.yearlyForm.findMany({
    where: { AND: [{ id: { in: wanted } }, formScope(actor)] },
    orderBy: { id: "asc" },
    select: {
      id: true,
      unitId: true,
      districtId: true,
      year: true,
      dueAt: true,
      chasedAt: true,
      unit: { select: { name: true } },
      reports: { where: owedReports, select: { id: true, projectId: true } },
    },
  });
  if (rows.length !== wanted.length) return null;
  const duties = await tx.duty.findMany({
    where: {
      status: "open",
      kind: { in: handingIn },
      projectId: { in: rows.flatMap(({ reports }) => reports.map((report) => report.projectId)) },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: { id: true, projectId: true },
  });
  return rows.map(({ reports, ...form }) => {
    const projects = new Set(reports.map((report) => report.projectId));
    const duty = duties.find(({ projectId }) => projectId !== null && projects.has(projectId));
    return { ...form, owes: reports.length > 0, dutyId: duty?.id ?? null };
  });
}
