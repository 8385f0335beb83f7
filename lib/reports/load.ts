import type { Actor } from "@/lib/access/actor";
import { projectScope } from "@/lib/access/scope";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { isState } from "@/lib/lifecycle/states";
import { type ProjectRecord, projectSelect, toRecord } from "@/lib/project/load";
import { type Answers, isOwed, isReportKind, type ReportKind } from "./rules";
import { type YearlyDraft, yearlyDraft } from "./schema";
import { formScope } from "./scope";

const formSelect = {
  id: true,
  unitId: true,
  districtId: true,
  year: true,
  dueAt: true,
  draft: true,
  draftedByName: true,
  draftedAt: true,
  submittedByName: true,
  submittedAt: true,
  chasedCount: true,
  chasedAt: true,
  version: true,
  unit: { select: { name: true } },
} as const satisfies Prisma.YearlyFormSelect;

const reportSelect = {
  id: true,
  kind: true,
  period: true,
  status: true,
  content: true,
  dueAt: true,
  submittedAt: true,
  confirmedById: true,
  confirmedByName: true,
  confirmedAt: true,
  returnedReason: true,
  version: true,
  project: { select: projectSelect },
} as const satisfies Prisma.PeriodicReportSelect;

export type FormRow = Prisma.YearlyFormGetPayload<{ select: typeof formSelect }>;
type ReportRow = Prisma.PeriodicReportGetPayload<{ select: typeof reportSelect }>;

export interface FormReport extends Omit<ReportRow, "kind" | "project"> {
  kind: ReportKind;
  project: ProjectRecord;
  owed: boolean;
  /** Answers of the last report of the same kind on the same project, with its period. */
  previous: { period: number; content: Prisma.JsonValue } | null;
}

export interface LoadedForm extends FormRow {
  reports: FormReport[];
}

/** Locks and loads a form within the actor's scope; null when it is not there for this actor. */
export async function lockForm(tx: Tx, actor: Actor, id: string): Promise<LoadedForm | null> {
  await tx.$queryRaw`select id from yearly_form where id = ${id}::uuid for update`;
  return findForm(tx, actor, { id });
}

/** A form with its reports, in the order of the projects' numbers; null outside the actor's scope. */
export async function findForm(
  tx: Tx,
  actor: Actor,
  where: Prisma.YearlyFormWhereInput,
): Promise<LoadedForm | null> {
  const form = await tx.yearlyForm.findFirst({
    where: { AND: [where, formScope(actor)] },
    select: formSelect,
  });
  if (form === null) return null;
  const rows = await tx.periodicReport.findMany({
    where: {
      yearlyFormId: form.id,
      status: { not: "cancelled" },
      project: projectScope(actor),
    },
    orderBy: [{ project: { number: "asc" } }, { kind: "asc" }, { id: "asc" }],
    select: reportSelect,
  });
  const earlier = await tx.periodicReport.findMany({
    where: {
      projectId: { in: rows.map(({ project }) => project.id) },
      status: { in: ["submitted", "district_confirmed", "closed"] },
    },
    orderBy: { period: "desc" },
    select: { projectId: true, kind: true, period: true, content: true },
  });
  const reports = rows.flatMap((row) => {
    const { kind, project } = row;
    if (!isReportKind(kind) || !isState(project.state)) return [];
    const { returnedReason, status } = row;
    const last = earlier.find(
      (each) => each.projectId === project.id && each.kind === kind && each.period < row.period,
    );
    return [
      {
        ...row,
        kind,
        project: toRecord(project),
        owed: isOwed({ kind, status, returnedReason, state: project.state }),
        previous: last ? { period: last.period, content: last.content } : null,
      },
    ];
  });
  return { ...form, reports };
}

/** The draft of a form; what can't be read counts as empty. */
export function readDraft(draft: Prisma.JsonValue): YearlyDraft {
  const parsed = yearlyDraft.safeParse(draft);
  return parsed.success ? parsed.data : {};
}

/** A report's answers as stored: an annual report keeps them beside its facts. */
export function storedAnswers(kind: ReportKind, content: Prisma.JsonValue): Answers {
  const inner: unknown = kind === "annual" && isObject(content) ? content.answers : content;
  return isObject(inner) ? inner : {};
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
