/**
 * An official paper as plain text in the reader's language, drawn alike as a page, as PDF and in
 * Word. It holds no domain word: whoever makes it has chosen the words.
 */
export interface Paper {
  locale: "zh-CN" | "en";
  issuer: string;
  title: string;
  subtitle: string;
  /** Name and value of each row on the cover. */
  facts: readonly (readonly [name: string, value: string])[];
  /** The result in large letters: at most three pairs. */
  verdict: readonly (readonly [name: string, value: string])[];
  /** The rest of what a reader with a minute needs, under the result: name and value of each row. */
  lead?: readonly (readonly [name: string, value: string])[];
  /** The day under the cover, already in words. */
  issuedOn: string;
  sections: readonly PaperSection[];
}

/** A part under a heading of the first level (一、). */
export interface PaperSection {
  title: string;
  blocks: readonly PaperBlock[];
}

export type PaperBlock =
  /** A heading of the second level (（一）). */
  | { kind: "heading"; text: string }
  | { kind: "text"; text: string }
  /** A short remark that is not indented. */
  | { kind: "note"; text: string }
  | { kind: "list"; items: readonly string[] }
  /** Who signed, at the right edge. */
  | { kind: "signature"; text: string }
  | PaperTable;

export interface PaperTable {
  kind: "table";
  /** What the table is, for those who don't see it. */
  caption: string;
  columns: readonly PaperColumn[];
  rows: readonly PaperRow[];
  /** A long table in smaller letters. */
  small?: boolean;
}

export interface PaperColumn {
  title: string;
  /** Parts of the whole width. */
  width: number;
  align?: "start" | "end";
  /** Names its row. */
  names?: boolean;
}

export interface PaperRow {
  cells: readonly PaperCell[];
  /** A sum or the head of a group. */
  strong?: boolean;
}

/** Text, or a share from 0 to 100 that is drawn as a bar beside its own figure. */
export type PaperCell = string | { share: number };

/** The whole of a table's widths, to make shares of. */
export const wholeWidth = ({ columns }: PaperTable): number =>
  columns.reduce((sum, { width }) => sum + width, 0);
