import readExcelFile from "read-excel-file/node";
import type { Tx } from "@/lib/db/client";
import { invalidField, Refusal } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { registrationLimit } from "../registration/row";
import type { CellContent, CodeFinder } from "./cells";
import { ledgerColumns } from "./columns";
import { type LedgerSheets, type ReadLedger, rowsOfSheets } from "./rows";
import { targetSheetNames } from "./targets";
import { zipProblem } from "./zip-guard";

const maxBytes = 5 * 1024 * 1024;

/** Reads an uploaded ledger; refuses (422 on `fileId`) what is no sheet, too large or too long. */
export async function readLedger(tx: Tx, now: Date, bytes: Buffer): Promise<ReadLedger> {
  const sheets = await sheetsOf(bytes);
  const lines = sheets.ledger.length - 1;
  if (lines > registrationLimit) {
    throw invalidField("fileId", "sheet_too_long", { maximum: registrationLimit, rows: lines });
  }
  return rowsOfSheets(sheets, await codeFinder(tx), shanghaiDate(now));
}

const targetNames: readonly string[] = Object.values(targetSheetNames);

/** The first sheet, and the one named as that of the targets. */
async function sheetsOf(bytes: Buffer): Promise<LedgerSheets> {
  const problem = bytes.length > maxBytes ? "sheet_too_large" : zipProblem(bytes);
  if (problem) throw invalidField("fileId", problem);
  try {
    const sheets = await readExcelFile<string>(bytes, { parseNumber: (text) => text });
    const cells = (data: readonly (readonly unknown[])[] = []) =>
      data.map((row) => row.map(contentOf));
    return {
      ledger: cells(sheets[0]?.data),
      targets: cells(sheets.slice(1).find(({ sheet }) => targetNames.includes(sheet))?.data),
    };
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
  const lists = [...ledgerColumns.flatMap(({ list }) => list ?? []), "achievement"];
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
