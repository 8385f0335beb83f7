import { type AmountProblem, parseWanYuan } from "@/lib/kernel/money";
import { stateIds, stateRow } from "@/lib/lifecycle/states";
import type { LedgerColumn } from "./columns";

/** A cell of a sheet: numbers stay text, so that nothing is rounded on the way. */
export type CellContent = string | boolean | Date | null;

export type CellReading =
  | { ok: true; value: string | number | undefined }
  | { ok: false; code: string; params?: Record<string, string | number> };

/** Codes by lower-case code or name, for each list. */
export type CodeFinder = (list: string, text: string) => string | undefined;

const value = (read: string | number | undefined): CellReading => ({ ok: true, value: read });
const problem = (code: string, shown: string): CellReading => ({
  ok: false,
  code,
  params: { value: shown.slice(0, 60) },
});

/** Reads one cell as its column says; an empty cell is no value. Pure. */
export function readCell(
  column: LedgerColumn,
  content: CellContent,
  findCode: CodeFinder,
): CellReading {
  const text = textOf(content);
  if (text === "") {
    return column.required ? { ok: false, code: "cell_missing" } : value(undefined);
  }
  switch (column.kind) {
    case "day":
      return readDay(content, text);
    case "money":
      return readMoney(content, text);
    case "integer":
      return /^\d{1,6}$/.test(text) ? value(Number(text)) : problem("not_a_number", text);
    case "decimal":
      return /^\d{1,6}(\.\d+)?$/.test(text) ? value(text) : problem("not_a_number", text);
    case "state":
      return readState(text);
    case "code": {
      const code = findCode(column.list ?? "", text);
      return code ? value(code) : problem("code_unknown", text);
    }
    default:
      return value(text);
  }
}

/** What a cell shows, half-width and without outer blanks. */
export function textOf(content: CellContent): string {
  if (content === null) return "";
  if (content instanceof Date) return dayOf(content);
  return String(content).normalize("NFC").trim();
}

const dayOf = (date: Date): string =>
  Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);

const dayForms = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

function readDay(content: CellContent, text: string): CellReading {
  if (content instanceof Date) return value(text);
  const [, year, month, day] = dayForms.exec(text.normalize("NFKC")) ?? [];
  if (!year || !month || !day) return problem("bad_date", text);
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  return dayOf(parsed) === iso ? value(iso) : problem("bad_date", text);
}

const moneyCodes: Record<AmountProblem, string> = {
  empty: "text_in_money",
  not_a_number: "text_in_money",
  grouping: "text_in_money",
  too_precise: "money_too_precise",
  too_large: "money_too_large",
};

function readMoney(content: CellContent, text: string): CellReading {
  if (content instanceof Date) return problem("text_in_money", text);
  const amount = parseWanYuan(plainNumber(text));
  return amount.ok ? value(amount.yuan) : problem(moneyCodes[amount.problem], text);
}

/** Sheets store some numbers as 1.2E3 or with the last digits of a float. */
function plainNumber(text: string): string {
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return text;
  const parts = text.split(".")[1]?.length ?? 0;
  return /e/i.test(text) || parts > 8 ? String(Number(Number(text).toPrecision(12))) : text;
}

function readState(text: string): CellReading {
  const found = stateIds.find((state) => {
    const { official } = stateRow(state);
    return [state, official.zh, official.en.toLowerCase()].includes(text.toLowerCase());
  });
  return found ? value(found) : problem("state_unknown", text);
}
