import { type Actor, holds } from "@/lib/access/actor";
import { citywideRoles } from "@/lib/access/roles";
import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { formGaps } from "./completeness";
import { computeForm, monitoringUntil } from "./compute";
import { membersOf } from "./facts";
import { changesSince, readFrozen } from "./frozen";
import { contentOf, type FormRecord, formSelect, moneyOf, yearSelect } from "./record";
import { type FormKind, formKinds } from "./schema";

/** The fund's forms are read by the bureau, the manager and the auditor. */
export const readsBudget = (actor: Actor): boolean => holds(actor, ...citywideRoles);

/** All budget items with their years and how far each form has come; none for other readers. */
export async function budgetItems(tx: Tx, actor: Actor) {
  if (!readsBudget(actor)) return [];
  const rows = await tx.budgetItem.findMany({
    orderBy: { code: "asc" },
    take: 200,
    select: {
      id: true,
      code: true,
      zh: true,
      en: true,
      fund: true,
      version: true,
      calls: { orderBy: { code: "asc" }, select: { id: true, code: true } },
      years: {
        orderBy: { year: "desc" },
        select: {
          id: true,
          year: true,
          version: true,
          adjusted: true,
          initial: true,
          executed: true,
          forms: { select: { kind: true, status: true } },
        },
      },
    },
  });
  const items = [];
  for (const { years, ...row } of rows) {
    items.push({
      ...row,
      projects: await tx.project.count({ where: membersOf(row.id) }),
      years: years.map(({ forms, ...year }) => ({
        id: year.id,
        year: year.year,
        version: year.version,
        ...moneyOf(year),
        forms: Object.fromEntries(forms.map(({ kind, status }) => [kind, status])),
      })),
    });
  }
  return items;
}

/** One budget item with its years; null for other readers and where there is none. */
export async function budgetItem(tx: Tx, actor: Actor, id: string) {
  if (!readsBudget(actor)) return null;
  const row = await tx.budgetItem.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      zh: true,
      en: true,
      version: true,
      years: {
        orderBy: { year: "desc" },
        select: {
          year: true,
          version: true,
          objective: true,
          initial: true,
          adjusted: true,
          executed: true,
        },
      },
    },
  });
  return row && { ...row, years: row.years.map((year) => ({ ...year, ...moneyOf(year) })) };
}

/** What the form of an item's members starts with and can choose from. */
export async function memberChoices(tx: Tx, actor: Actor, budgetItemId: string) {
  if (!readsBudget(actor)) return null;
  const free = [{ budgetItemId: null }, { budgetItemId }];
  const calls = await tx.call.findMany({
    where: { OR: free, status: "published" },
    orderBy: { code: "desc" },
    take: 200,
    select: { id: true, code: true, title: true, titleEn: true, budgetItemId: true },
  });
  const projects = await tx.project.findMany({
    where: { OR: free, callId: null, state: { not: "draft" } },
    orderBy: { number: "desc" },
    take: 500,
    select: { id: true, number: true, title: true, titleEn: true, budgetItemId: true },
  });
  return { calls, projects };
}

/** One form of the year: what is computed now, what was typed, and, when confirmed, what was frozen. */
export type BudgetForm = NonNullable<Awaited<ReturnType<typeof budgetForm>>>;

/** A year of a budget item with one of its forms; null for other readers and where there is none. */
export async function budgetForm(
  tx: Tx,
  actor: Actor,
  at: { budgetItemId: string; year: number },
  kind: FormKind,
  now: Date,
) {
  if (!readsBudget(actor)) return null;
  const year = await tx.budgetItemYear.findUnique({
    where: { budgetItemId_year: at },
    select: { ...yearSelect, forms: { select: formSelect } },
  });
  if (year === null) return null;
  const { forms, ...record } = year;
  const form = forms.find((each) => each.kind === kind) ?? null;
  const content = contentOf(form?.content);
  const live = await computeForm(tx, record, kind, content, now);
  const frozen = form?.status === "final" ? readFrozen(form.frozen, form.frozenHash) : null;
  const objective = frozen?.objective ?? record.objective;
  return {
    id: record.id,
    year: record.year,
    version: record.version,
    item: record.budgetItem,
    objective,
    kind,
    /** The last day that the monitoring counts, 'YYYY-MM-DD'. */
    until: shanghaiDate(new Date((await monitoringUntil(tx, record.year, now)).getTime() - 1)),
    statuses: Object.fromEntries(
      formKinds.map((each) => [each, forms.find((row) => row.kind === each)?.status ?? "none"]),
    ),
    form: form && standingOf(form),
    content: frozen?.content ?? content,
    sheet: frozen ?? live,
    /** A confirmed form whose stored data can't be read or whose hash differs. */
    damaged: form?.status === "final" && frozen === null,
    changes: frozen ? changesSince(frozen, live) : [],
    gaps: frozen ? [] : formGaps(live, content, objective),
  };
}

const standingOf = ({ content: _content, frozen: _frozen, ...row }: FormRecord) => row;
