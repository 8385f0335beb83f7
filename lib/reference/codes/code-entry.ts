/** One entry of a code list, valid from one civil day to another, both included (domain.md §5). */
export interface CodeEntry {
  list: string;
  code: string;
  zh: string;
  en: string;
  validFrom: string;
  validTo?: string;
  parent?: string;
  attributes?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export type CodeRow = readonly [code: string, zh: string, en: string, rest?: Partial<CodeEntry>];

/** The day from which Kehe keeps records: an entry may be older than its first day here. */
export const recordsBegin = "2011-01-01";

export const codeList = (list: string, rows: readonly CodeRow[]): readonly CodeEntry[] =>
  rows.map(([code, zh, en, rest]) => ({ list, code, zh, en, validFrom: recordsBegin, ...rest }));
