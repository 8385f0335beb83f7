import type { Words } from "@/components/project/words";
import { formatWan } from "@/components/ui/format";
import type { SheetCell, SheetModel } from "@/lib/documents/sheet/model";
import type { BudgetForm } from "@/lib/evaluation/rollup/queries";
import {
  executionRate,
  type MoneySplit,
  moneySources,
  moneyTotal,
} from "@/lib/evaluation/rollup/rules";
import type { FormRow } from "@/lib/evaluation/rollup/sheet";
import { wanYuanField } from "@/lib/kernel/money";
import { type BudgetText, worded } from "./measured";

/** What the layouts of all four forms work with. */
export interface LayoutContext {
  form: BudgetForm;
  words: Words;
  t: BudgetText;
  /** The name of the bureau. */
  bureau: string;
  /** The address that opens what is behind a cell. */
  behind: (code: string) => string;
}

export const head = (text: string, rest: Partial<SheetCell> = {}): SheetCell => ({
  text,
  head: true,
  align: "center",
  ...rest,
});

export const text = (value: string, rest: Partial<SheetCell> = {}): SheetCell => ({
  text: value,
  ...rest,
});

/** A figure: plain decimal text stays a number in Excel. */
export const figure = (value: string | null, rest: Partial<SheetCell> = {}): SheetCell =>
  value === null
    ? text("—", { align: "end", ...rest })
    : text(value, { align: "end", number: value, ...rest });

/** A weight or score of an indicator that opens what it stands on. */
export const rowFigure = (
  { code }: FormRow,
  value: string | null,
  { behind }: LayoutContext,
): SheetCell => figure(value, { href: behind(code) });

/** Yuan as 万元 that opens the payments behind it. */
export const amount = (yuan: string, { behind }: LayoutContext): SheetCell => ({
  text: formatWan(yuan),
  number: wanYuanField(yuan),
  align: "end",
  href: behind("money"),
});

export const itemName = ({ form, words }: LayoutContext): string =>
  words.locale === "en" ? form.item.en : form.item.zh;

/** Title, year and unit, with the rows of names that each form begins with. */
export function framed(
  context: LayoutContext,
  widths: readonly number[],
  rows: readonly (readonly SheetCell[])[],
): SheetModel {
  const { form, t } = context;
  const columns = widths.length;
  const half = Math.floor(columns / 2);
  return {
    title: t(`paper.title.${form.kind}`),
    subtitle: t("paper.yearLabel", { year: String(form.year) }),
    note: t("paper.unitNote"),
    widths,
    rows: [
      [head(t("paper.item")), text(itemName(context), { cols: columns - 1 })],
      [
        head(t("paper.department")),
        text(context.bureau, { cols: half - 1 }),
        head(t("paper.unit")),
        text(t("paper.unitName"), { cols: columns - half - 1 }),
      ],
      ...rows,
    ],
  };
}

/** The money's rows: the total, then each source. */
export const moneyRows = (
  { t }: LayoutContext,
  cells: (of: (split: MoneySplit) => string, isTotal: boolean) => SheetCell[],
): SheetCell[][] => [
  [text(t("paper.total"), { cols: 2 }), ...cells(moneyTotal, true)],
  ...moneySources.map((source) => [
    text(t(`paper.${source}`), { cols: 2 }),
    ...cells((split) => split[source], false),
  ]),
];

/** Executed over adjusted, in percent; opens the payments. */
export const rateCell = (
  adjusted: string,
  executed: string,
  { behind }: LayoutContext,
): SheetCell => {
  const rate = executionRate(adjusted, executed);
  if (rate === null) return text("—", { align: "end" });
  return text(`${rate}%`, { align: "end", href: behind("money") });
};

const runOf = (rows: readonly FormRow[], at: number, key: "level1" | "level2"): number => {
  const same = (row: FormRow | undefined) =>
    row?.[key] === rows[at]?.[key] && row?.level1 === rows[at]?.level1;
  if (at > 0 && same(rows[at - 1])) return 0;
  let length = 1;
  while (at + length < rows.length && same(rows[at + length])) length += 1;
  return length;
};

/** The three levels of each indicator, the first two spanning their rows, then the form's own cells. */
export function indicatorRows(
  { form, words }: LayoutContext,
  cells: (row: FormRow) => SheetCell[],
): SheetCell[][] {
  const rows = [...form.sheet.rows];
  return rows.map((row, at) => {
    const [first, second] = [runOf(rows, at, "level1"), runOf(rows, at, "level2")];
    return [
      ...(first > 0 ? [text(words.names("indicator_level", row.level1), { rows: first })] : []),
      ...(second > 0 ? [text(words.names("indicator_group", row.level2), { rows: second })] : []),
      text(`${row.code} ${words.locale === "en" ? row.en : row.zh}`),
      ...cells(row),
    ];
  });
}

/** A target or a result that opens the projects behind it. */
export function valueCell(
  row: FormRow,
  side: "target" | "actual",
  { words, t, behind }: LayoutContext,
): SheetCell {
  const { text: value, below } = worded(row, row[side], words, t);
  return text(value, { below, align: "end", href: behind(row.code) });
}
