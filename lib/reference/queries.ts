import type { Tx } from "@/lib/db/client";
import { shanghaiDate } from "@/lib/kernel/working-days";
import type { Locale } from "./names";
import { defaultParameters } from "./parameters";

export interface Option {
  value: string;
  label: string;
}

/** Recommending units, asked for beside the code lists. */
const districtList = "districts";

/** Choices of these lists (and `districts`) that are valid on the day of an instant, in their order. */
export async function loadOptions(
  tx: Tx,
  lists: readonly string[],
  locale: Locale,
  at: Date,
): Promise<Record<string, Option[]>> {
  const day = new Date(shanghaiDate(at));
  const valid = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] };
  const options: Record<string, Option[]> = Object.fromEntries(lists.map((list) => [list, []]));
  const rows = await tx.codeEntry.findMany({
    where: { list: { in: lists.filter((list) => list !== districtList) }, ...valid },
    orderBy: [{ list: "asc" }, { sort: "asc" }, { code: "asc" }],
    select: { list: true, code: true, zh: true, en: true },
  });
  for (const row of rows) {
    options[row.list]?.push({ value: row.code, label: locale === "en" ? row.en : row.zh });
  }
  if (!lists.includes(districtList)) return options;
  const districts = await tx.district.findMany({
    where: valid,
    orderBy: { sort: "asc" },
    select: { id: true, zh: true, en: true },
  });
  options[districtList] = districts.map((row) => ({
    value: row.id,
    label: locale === "en" ? row.en : row.zh,
  }));
  return options;
}

export interface ParameterItem {
  key: string;
  name: string;
  version: number;
  value: string;
  unit: string | null;
  basis: string;
  validFrom: Date;
}

/** The newest version of each setting, with its name. */
export async function listParameters(tx: Tx, locale: Locale): Promise<ParameterItem[]> {
  const rows = await tx.parameter.findMany({
    distinct: ["key"],
    orderBy: [{ key: "asc" }, { version: "desc" }],
    select: { key: true, version: true, value: true, unit: true, basis: true, validFrom: true },
  });
  const inLocale = locale === "en" ? "en" : "zh";
  const defaults = new Map(defaultParameters.map((row) => [row.key, row]));
  return rows.map((row) => {
    const known = defaults.get(row.key);
    return {
      ...row,
      name: known?.name[inLocale] ?? row.key,
      value: String(row.value),
      basis: known?.basis.zh === row.basis ? known.basis[inLocale] : row.basis,
    };
  });
}

export interface CodeItem {
  code: string;
  zh: string;
  en: string;
  validFrom: Date;
  validTo: Date | null;
  parent: string | null;
}

/** Every entry of a code list, ended ones too. */
export function listCodes(tx: Tx, list: string): Promise<CodeItem[]> {
  return tx.codeEntry.findMany({
    where: { list },
    orderBy: [{ sort: "asc" }, { code: "asc" }, { validFrom: "asc" }],
    select: { code: true, zh: true, en: true, validFrom: true, validTo: true, parent: true },
  });
}

/** The ids of all code lists with their number of entries. */
export async function codeLists(tx: Tx): Promise<{ list: string; entries: number }[]> {
  const rows = await tx.codeEntry.groupBy({
    by: ["list"],
    orderBy: { list: "asc" },
    _count: { _all: true },
  });
  return rows.map(({ list, _count }) => ({ list, entries: _count._all }));
}

export interface CalendarItem {
  day: Date;
  working: boolean;
  note: string;
}

/** The bureau's own calendar days of a year. */
export function calendarDays(tx: Tx, year: number): Promise<CalendarItem[]> {
  return tx.calendarDay.findMany({
    where: { day: { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) } },
    orderBy: { day: "asc" },
    select: { day: true, working: true, note: true },
  });
}
