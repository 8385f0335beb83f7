import type { SheetCell, SheetModel } from "./model";

/** The whole grid, a place for each column: a cell where it begins, null where another one covers. */
export function gridOf({
  widths,
  rows,
}: Pick<SheetModel, "widths" | "rows">): (SheetCell | null)[][] {
  const grid: (SheetCell | null | undefined)[][] = rows.map(() =>
    Array.from({ length: widths.length }, () => undefined),
  );
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[at]?.[column] !== undefined) column += 1;
      cover(grid, at, column, cell);
      column += cell.cols ?? 1;
    }
  }
  return grid.map((row) => row.map((cell) => cell ?? null));
}

function cover(
  grid: (SheetCell | null | undefined)[][],
  at: number,
  column: number,
  cell: SheetCell,
): void {
  for (let down = 0; down < (cell.rows ?? 1); down += 1) {
    for (let right = 0; right < (cell.cols ?? 1); right += 1) {
      const line = grid[at + down];
      if (line) line[column + right] = down === 0 && right === 0 ? cell : null;
    }
  }
}

/** A cell's text with the line below it. */
export const wholeText = ({ text, below }: SheetCell): string =>
  below ? `${text}\n${below}` : text;
