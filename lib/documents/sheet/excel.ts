import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { plainText } from "@/lib/application/ledger/template";
import { gridOf, wholeText } from "./grid";
import type { SheetCell, SheetModel } from "./model";

const sides = { start: "left", center: "center", end: "right" } as const;
const ruled = { borderStyle: "thin", borderColor: "#000000" } as const;

function excelCell(cell: SheetCell) {
  const look = {
    ...ruled,
    ...(cell.cols ? { columnSpan: cell.cols } : {}),
    ...(cell.rows ? { rowSpan: cell.rows } : {}),
    align: sides[cell.align ?? "start"],
    alignVertical: "center" as const,
    wrap: true,
    ...(cell.head ? { fontWeight: "bold" as const, backgroundColor: "#F0F0F0" } : {}),
  };
  if (cell.number === undefined) {
    return { value: plainText(wholeText(cell)), type: String, ...look };
  }
  return { value: Number(cell.number), type: Number, format: "#,##0.######", ...look };
}

/** A line across the sheet, above the grid. */
const across = (text: string, columns: number, look: object) => [
  { value: plainText(text), type: String, columnSpan: columns, wrap: true, ...look },
  ...Array.from({ length: columns - 1 }, () => null),
];

/** Width of the whole grid in characters; landscape A4 holds about so many. */
const sheetWidth = 130;

/** A form as an Excel sheet in its own layout; no formula, and figures stay numbers. */
export function sheetExcel(sheet: SheetModel, name: string): Promise<Buffer> {
  const columns = sheet.widths.length;
  const whole = sheet.widths.reduce((sum, width) => sum + width, 0);
  const data: SheetData = [
    across(sheet.title, columns, { fontWeight: "bold", fontSize: 16, align: "center" }),
    across(sheet.subtitle, columns, { align: "center" }),
    across(sheet.note, columns, { align: "right" }),
    ...gridOf(sheet).map((row) => row.map((cell) => (cell === null ? null : excelCell(cell)))),
  ];
  return writeExcelFile([
    {
      sheet: name,
      data,
      columns: sheet.widths.map((width) => ({ width: Math.round((width / whole) * sheetWidth) })),
      orientation: "landscape",
      showGridLines: false,
    },
  ]).toBuffer();
}
