import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { wholeText } from "./grid";
import type { SheetCell, SheetModel } from "./model";

const body = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "FangSong" };
const heavy = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimHei" };

/** Landscape A4 between its margins, in twentieths of a point. */
const textWidth = 14_400;
const margin = 1_200;

const alignments = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
} as const;

const line = (text: string, size: number, align: keyof typeof alignments, bold = false) =>
  new Paragraph({
    alignment: alignments[align],
    children: [new TextRun({ text, size, bold, font: bold ? heavy : body })],
  });

const wordCell = (cell: SheetCell, size: number): TableCell =>
  new TableCell({
    columnSpan: cell.cols,
    rowSpan: cell.rows,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    ...(cell.head ? { shading: { fill: "F0F0F0" } } : {}),
    children: wholeText(cell)
      .split("\n")
      .map((text) => line(text, size, cell.align ?? "start", cell.head)),
  });

const smallFrom = 12;

/** A form as a Word file in its own layout, landscape A4 with full rules. */
export async function sheetWord(sheet: SheetModel): Promise<Uint8Array<ArrayBuffer>> {
  const size = sheet.widths.length >= smallFrom ? 15 : 18;
  const whole = sheet.widths.reduce((sum, width) => sum + width, 0);
  const table = new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: sheet.widths.map((width) => Math.floor((width / whole) * textWidth)),
    layout: TableLayoutType.FIXED,
    rows: sheet.rows.map(
      (row) => new TableRow({ cantSplit: true, children: row.map((cell) => wordCell(cell, size)) }),
    ),
  });
  const file = new Document({
    title: sheet.title,
    sections: [
      {
        properties: {
          page: {
            // Word turns the sheet: width and height are those of upright paper.
            size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        children: [
          line(sheet.title, 32, "center", true),
          line(sheet.subtitle, 21, "center"),
          line(sheet.note, 18, "end"),
          table,
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
