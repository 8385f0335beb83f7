import { readSheet } from "read-excel-file/node";
import type { Tx } from "@/lib/db/client";
import { invalidField, Refusal } from "@/lib/kernel/errors";
import { registrationLimit } from "../registration/row";
import type { CellContent, CodeFinder } from "./cells";
import { ledgerColumns } from "./columns";
import { type ReadLedger, rowsOfSheet } from "./rows";
import { zipProblem } from "./zip-guard";

const maxBytes = 5 * 1024 * 1024;

/** Reads an uploaded ledger; refuses (422 on `fileId`) what is no sheet, too large or too long. */
export async function readLedger(tx: Tx, bytes: Buffer): Promise<ReadLedger> {
  const sheet = await cellsOf(bytes);
  const lines = sheet.length - 1;
  if (lines > registrationLimit) {
    throw invalidField("fileId", "sheet_too_long", { maximum: registrationLimit, rows: lines });
  }
  return rowsOfSheet(sheet, await codeFinder(tx));
}

async function cellsOf(bytes: Buffer): Promise<CellContent[][]> {
  const problem = bytes.length > maxBytes ? "sheet_too_large" : zipProblem(bytes);
  if (problem) throw invalidField("fileId", problem);
  try {
    const sheet = await readSheet<string>(bytes, { parseNumber: (text) => text });
    return sheet.map((row) => row.map(contentOf));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw invalidField("fileId", "not_a_sheet");
  }
}

/** The library's types name the constructor where it means a date. */
function contentOf(cell: unknown): CellContent {
  if (cell instanceof Date || typeof cell === "string" || typeof cell === "boolean") return cell;
  return cell === null || cell === undefined ? null : String(cell);
}

/** Finds a code by itself or by its name in either language; ended codes are told by the later checks. */
async function codeFinder(tx: Tx): Promise<CodeFinder> {
  const lists = ledgerColumns.flatMap(({ list }) => list ?? []);
  const entries = await tx.codeEntry.findMany({
    where: { list: { in: lists } },
    orderBy: { validFrom: "asc" },
    select: { list: true, code: true, zh: true, en: true },
  });
  const districts = await tx.district.findMany({
    orderBy: { validFrom: "asc" },
    select: { id: true, zh: true, en: true },
  });
  const found = new Map<string, string>();
  const add = (list: string, code: string, names: readonly string[]) => {
    for (const name of [code, ...names]) found.set(`${list}:${name.toLowerCase()}`, code);
  };
  for (const { list, code, zh, en } of entries) add(list, code, [zh, en]);
  for (const { id, zh, en } of districts) add("district", id, [zh, en]);
  return (list, text) => found.get(`${list}:${text.toLowerCase()}`);
}
