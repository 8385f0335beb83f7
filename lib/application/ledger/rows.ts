import type { RowProblem } from "../registration/problems";
import { grantOf } from "../registration/problems";
import type { RegistrationAnswer } from "../registration/register";
import { type RegistrationRow, registrableStates, registrationRow } from "../registration/row";
import { type CellContent, type CodeFinder, readCell, textOf } from "./cells";
import { type LedgerColumn, ledgerColumns } from "./columns";
import { type ReadTargets, strayTargets, targetsFor, targetsOfSheet } from "./targets";
import { undertakingOf } from "./undertaking";

export interface ReadLedger {
  rows: RegistrationRow[];
  /** The sheet's row of each line. */
  rowNumbers: number[];
  problems: RowProblem[];
  preview: RegistrationAnswer["preview"];
}

type Place = { column: LedgerColumn; at: number };

const error = (row: number, column: string, code: string, params?: RowProblem["params"]) =>
  ({ row, column, code, params, severity: "error" }) as const;

export interface LedgerSheets {
  ledger: readonly (readonly CellContent[])[];
  /** The sheet of targets, empty where there is none. */
  targets: readonly (readonly CellContent[])[];
}

interface Reading {
  findCode: CodeFinder;
  targets: ReadTargets;
  /** 'YYYY-MM-DD' */
  today: string;
  lines: Record<string, string | number>[];
}

/**
 * Turns a ledger into lines of a register: header in the first row, one project a row, with the targets
 * of the second sheet. Pure.
 */
export function rowsOfSheets(
  { ledger: sheet, targets }: LedgerSheets,
  findCode: CodeFinder,
  today: string,
): ReadLedger {
  const { places, problems } = readHeader(sheet[0] ?? []);
  const read: ReadLedger = { rows: [], rowNumbers: [], problems, preview: [] };
  if (problems.some(({ severity }) => severity === "error")) return read;
  const reading: Reading = {
    findCode,
    targets: targetsOfSheet(targets, findCode),
    today,
    lines: [],
  };
  for (const [index, cells] of sheet.slice(1).entries()) {
    const number = index + 2;
    if (cells.every((cell) => textOf(cell) === "")) continue;
    readLine(number, cells, places, reading, read);
  }
  read.problems.push(...reading.targets.problems, ...strayTargets(reading.targets, reading.lines));
  if (read.rowNumbers.length === 0 && read.problems.length === 0) {
    read.problems.push(error(1, "_", "sheet_empty"));
  }
  return read;
}

const sameHeader = (column: LedgerColumn, text: string): boolean => {
  const plain = (name: string) => name.normalize("NFKC").replace(/[\s*]/g, "").toLowerCase();
  const shown = plain(text.split("\n")[0] ?? "");
  return [column.key, column.zh, column.en].some((name) => plain(name) === shown);
};

function readHeader(header: readonly CellContent[]) {
  const problems: RowProblem[] = [];
  const places: Place[] = [];
  for (const [at, cell] of header.entries()) {
    const text = textOf(cell);
    if (text === "") continue;
    const column = ledgerColumns.find((candidate) => sameHeader(candidate, text));
    if (!column) {
      problems.push({
        ...error(1, text.slice(0, 40), "column_unknown", { value: text.slice(0, 40) }),
        severity: "warning",
      });
    } else if (places.some((place) => place.column === column)) {
      problems.push(error(1, column.key, "column_twice"));
    } else places.push({ column, at });
  }
  for (const column of ledgerColumns) {
    const there = places.some((place) => place.column === column);
    if (column.required && !there) problems.push(error(1, column.key, "column_missing"));
  }
  return { places, problems };
}

function readLine(
  number: number,
  cells: readonly CellContent[],
  places: readonly Place[],
  { findCode, targets, today, lines }: Reading,
  read: ReadLedger,
): void {
  const values: Record<string, string | number> = {};
  const problems: RowProblem[] = strayCells(number, cells, places);
  for (const { column, at } of places) {
    const reading = readCell(column, cells[at] ?? null, findCode);
    if (!reading.ok) problems.push(error(number, column.key, reading.code, reading.params));
    else if (reading.value !== undefined) values[column.key] = reading.value;
  }
  lines.push(values);
  const { technologies, ...fields } = values;
  const undertaking = () => undertakingOf(technologies, values, today, targetsFor(targets, values));
  const row = problems.some(({ severity }) => severity === "error")
    ? null
    : parseLine(number, { ...fields, undertaking: undertaking() }, problems);
  read.problems.push(...problems);
  read.preview.push({
    row: number,
    title: String(values.title ?? ""),
    unitName: String(values.unitName ?? ""),
    state: String(values.state ?? ""),
    grant: row ? grantOf(row) : "0.00",
  });
  if (row) {
    read.rows.push(row);
    read.rowNumbers.push(number);
  }
}

/** Cells beside the known columns are left out, and told. */
function strayCells(
  number: number,
  cells: readonly CellContent[],
  places: readonly Place[],
): RowProblem[] {
  const known = new Set(places.map(({ at }) => at));
  return cells.flatMap((cell, at): RowProblem[] =>
    known.has(at) || textOf(cell) === ""
      ? []
      : [{ row: number, column: letters(at), code: "stray_cell", severity: "warning" }],
  );
}

/** 0 → A, 26 → AA. */
function letters(at: number): string {
  const rest = String.fromCharCode(65 + (at % 26));
  return at < 26 ? rest : letters(Math.floor(at / 26) - 1) + rest;
}

function parseLine(number: number, line: unknown, problems: RowProblem[]): RegistrationRow | null {
  const parsed = registrationRow.safeParse(line);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = String(issue.path[0] ?? "_");
    const wrongState = column === "state";
    problems.push(
      error(number, column, wrongState ? "state_not_registrable" : "cell_invalid", {
        allowed: registrableStates.length,
      }),
    );
  }
  return null;
}
