import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/generated/prisma/client";
import { conflict } from "@/lib/kernel/errors";
import { type FormContent, type FormKind, formContent, formKinds, moneySplit } from "./schema";
import type { YearMoney } from "./sheet";

const itemSelect = {
  id: true,
  code: true,
  zh: true,
  en: true,
  reverseVariant: true,
  version: true,
} as const satisfies Prisma.BudgetItemSelect;

export const yearSelect = {
  id: true,
  budgetItemId: true,
  year: true,
  initial: true,
  adjusted: true,
  executed: true,
  objective: true,
  version: true,
  budgetItem: { select: itemSelect },
} as const satisfies Prisma.BudgetItemYearSelect;

export type YearRecord = Prisma.BudgetItemYearGetPayload<{ select: typeof yearSelect }>;

export const formSelect = {
  id: true,
  budgetItemYearId: true,
  kind: true,
  status: true,
  content: true,
  frozen: true,
  frozenHash: true,
  madeById: true,
  madeByName: true,
  madeAt: true,
  finalByName: true,
  finalAt: true,
  version: true,
} as const satisfies Prisma.BudgetFormSelect;

export type FormRecord = Prisma.BudgetFormGetPayload<{ select: typeof formSelect }>;

/** Locks and loads a budget item; null when there is none. */
export async function lockItem(tx: Tx, id: string) {
  await tx.$queryRaw`select id from budget_item where id = ${id}::uuid for update`;
  return tx.budgetItem.findUnique({ where: { id }, select: itemSelect });
}

/** Locks a budget item's year and loads it; null when there is none. */
export async function lockYear(tx: Tx, id: string): Promise<YearRecord | null> {
  await tx.$queryRaw`select id from budget_item_year where id = ${id}::uuid for update`;
  return tx.budgetItemYear.findUnique({ where: { id }, select: yearSelect });
}

/** A form with the year that it belongs to, both locked; null when there is none. */
export async function lockForm(tx: Tx, id: string) {
  const found = await tx.budgetForm.findUnique({
    where: { id },
    select: { budgetItemYearId: true },
  });
  const year = found && (await lockYear(tx, found.budgetItemYearId));
  const form = year && (await tx.budgetForm.findUnique({ where: { id }, select: formSelect }));
  return form && year ? { form, year } : null;
}

/** Somebody was faster: 409 with the version that stands now. */
export function requireVersion(row: { version: number } | null, seen: number): void {
  const version = row?.version ?? 0;
  if (version !== seen) throw conflict("version_conflict", { version });
}

/** The year's money as the rules read it. */
export const moneyOf = (row: Pick<YearRecord, "initial" | "adjusted" | "executed">): YearMoney => ({
  initial: moneySplit.parse(row.initial),
  adjusted: moneySplit.parse(row.adjusted),
  executed: moneySplit.parse(row.executed),
});

/** What was typed on a form; empty where nothing was yet. */
export const contentOf = (content: unknown): FormContent =>
  formContent.catch({ lines: [] }).parse(content ?? {});

/** The kind of a stored form. */
export function kindOf(text: string): FormKind {
  const kind = formKinds.find((each) => each === text);
  if (kind === undefined) throw new Error(`there is no form ${text}`);
  return kind;
}
