/** One cell of a form's sheet, alike on the screen, in Excel, in Word and as PDF. */
export interface SheetCell {
  text: string;
  /** Columns and rows that it spans. */
  cols?: number;
  rows?: number;
  head?: boolean;
  align?: "start" | "center" | "end";
  /** Figures that Excel shall keep as numbers: plain decimal text. */
  number?: string;
  /** On the screen: what the cell opens. */
  href?: string;
  /** On the screen and on paper: a line below, smaller. */
  below?: string;
}

/** A form as a grid with full rules, as the finance authority lays it out. */
export interface SheetModel {
  title: string;
  /** Below the title: the year. */
  subtitle: string;
  /** Above the grid at the end: the unit of amounts. */
  note: string;
  /** Relative widths of the columns. */
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
}
