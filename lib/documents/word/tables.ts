import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {
  type PaperCell,
  type PaperColumn,
  type PaperTable,
  wholeWidth,
} from "@/lib/documents/paper/paper";

/** Width of the text on A4 between the margins, in twentieths of a point. */
const textWidth = 8844;

interface CellLook {
  width: number;
  size?: number;
  bold?: boolean;
  shaded?: boolean;
  align?: "start" | "end" | "center";
  /** Above and below the text. */
  space?: number;
}

const alignments = {
  start: AlignmentType.LEFT,
  end: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function cell(
  text: string,
  { width, size = 21, bold, shaded, align = "start", space = 40 }: CellLook,
) {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: space, bottom: space, left: 80, right: 80 },
    ...(shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: "F0F0F0" } } : {}),
    children: text.split("\n").map(
      (line) =>
        new Paragraph({
          alignment: alignments[align],
          spacing: { line: 264, lineRule: LineRuleType.AUTO },
          children: [new TextRun({ text: line, size, bold })],
        }),
    ),
  });
}

const tableOf = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    rows,
  });

const row = (children: TableCell[], head = false): TableRow =>
  new TableRow({ children, tableHeader: head, cantSplit: true });

/** Name and value a row, as on a cover. */
export function factsTable(facts: readonly (readonly [string, string])[]): Table {
  const widths = [2200, textWidth - 2200];
  return tableOf(
    widths,
    facts.map(([name, value]) =>
      row([cell(name, { width: 2200, shaded: true }), cell(value, { width: textWidth - 2200 })]),
    ),
  );
}

/** The result in large letters, a column each. */
export function verdictTable(pairs: readonly (readonly [string, string])[]): Table {
  const width = Math.floor(textWidth / Math.max(pairs.length, 1));
  return tableOf(
    pairs.map(() => width),
    [
      row(pairs.map(([name]) => cell(name, { width, align: "center" }))),
      row(
        pairs.map(([, value]) =>
          cell(value, {
            width,
            align: "center",
            bold: true,
            space: 160,
            size: value.length > 8 ? 30 : 48,
          }),
        ),
      ),
    ],
  );
}

const barLength = 20;

/** A bar is drawn of blocks, which every word processor shows. */
const textOf = (content: PaperCell): string =>
  typeof content === "string" ? content : "■".repeat(Math.round((content.share / 100) * barLength));

/** A table with full rules whose head returns on each page. */
export function ruledTable(table: PaperTable): Table {
  const whole = wholeWidth(table);
  const size = table.small ? 16 : 20;
  const widthOf = ({ width }: PaperColumn) => Math.floor((width / whole) * textWidth);
  const head = row(
    table.columns.map((column) =>
      cell(column.title, {
        width: widthOf(column),
        size,
        bold: true,
        shaded: true,
        align: column.align,
      }),
    ),
    true,
  );
  const rows = table.rows.map(({ cells, strong }) =>
    row(
      table.columns.map((column, at) =>
        cell(textOf(cells[at] ?? ""), {
          width: widthOf(column),
          size,
          bold: strong,
          shaded: strong,
          align: column.align,
        }),
      ),
    ),
  );
  return tableOf(table.columns.map(widthOf), [head, ...rows]);
}
