import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { stateRow } from "@/lib/lifecycle/states";
import type { Option } from "@/lib/reference/queries";
import { registrableStates } from "../registration/row";
import { type LedgerColumn, ledgerColumns } from "./columns";
import { targetColumns, targetSheetNames } from "./targets";

type Locale = "zh-CN" | "en";

/** Text that a sheet would take for a formula gets a leading apostrophe, so that it stays text. */
export const plainText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const bold = (text: string) => ({
  value: plainText(text),
  type: String,
  fontWeight: "bold" as const,
  backgroundColor: "#EEF2F6",
  wrap: true,
});
const cell = (text: string) => ({ value: plainText(text), type: String });

const sheetNames: Record<Locale, [ledger: string, codes: string]> = {
  "zh-CN": ["台账", "代码"],
  en: ["Ledger", "Codes"],
};

/**
 * The template of the ledger: a sheet with the headers, one with the codes and names that each column
 * understands, and one for the targets. `options` holds the choices of each column's list, and under
 * `indicators` those of the targets.
 */
export function ledgerTemplate(
  locale: Locale,
  options: Readonly<Record<string, readonly Option[]>>,
): Promise<Buffer> {
  const name = (column: LedgerColumn) => (locale === "en" ? column.en : column.zh);
  const header = ledgerColumns.map((column) =>
    bold(column.required ? `${name(column)} *` : name(column)),
  );
  const codes: SheetData = ledgerColumns.flatMap((column) =>
    choicesOf(column, locale, options).map(({ value, label }) => [
      cell(name(column)),
      cell(value),
      cell(label),
    ]),
  );
  const { indicators = [] } = options;
  codes.push(
    ...indicators.map(({ value, label }) => [
      cell(locale === "en" ? "Indicator code" : "指标代码"),
      cell(value),
      cell(label),
    ]),
  );
  const [ledger, list] = sheetNames[locale];
  return writeExcelFile([
    {
      sheet: ledger,
      data: [header],
      columns: ledgerColumns.map(() => ({ width: 18 })),
      stickyRowsCount: 1,
    },
    { sheet: list, data: codes, columns: [{ width: 20 }, { width: 20 }, { width: 40 }] },
    {
      sheet: targetSheetNames[locale],
      data: [targetColumns.map((column) => bold(locale === "en" ? column.en : column.zh))],
      columns: [{ width: 40 }, { width: 20 }, { width: 16 }, { width: 18 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

function choicesOf(
  column: LedgerColumn,
  locale: Locale,
  options: Readonly<Record<string, readonly Option[]>>,
): readonly Option[] {
  if (column.kind === "state") {
    return registrableStates.map((state) => {
      const { official } = stateRow(state);
      return { value: state, label: locale === "en" ? official.en : official.zh };
    });
  }
  const list = column.list === "district" ? "districts" : column.list;
  return list ? (options[list] ?? []) : [];
}
