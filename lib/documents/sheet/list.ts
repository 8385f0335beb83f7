import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { plainText } from "@/lib/application/ledger/template";

/** A list as an Excel sheet: a head, and rows of text and figures; nothing is a formula. */
export function listExcel(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> {
  const data: SheetData = [
    head.map((text) => ({
      value: plainText(text),
      type: String,
      fontWeight: "bold" as const,
      backgroundColor: "#EEF2F6",
      wrap: true,
    })),
    ...rows.map((row) =>
      row.map((value) =>
        value === null
          ? null
          : typeof value === "number"
            ? { value, type: Number }
            : { value: plainText(value), type: String },
      ),
    ),
  ];
  return writeExcelFile([
    { sheet: name, data, columns: head.map(() => ({ width: 18 })), stickyRowsCount: 1 },
  ]).toBuffer();
}
