import { isState } from "@/lib/lifecycle/states";
import type { DeskRow } from "@/lib/project/desk";
import { type AllTexts, dutyText } from "./duty-words";
import type { Words } from "./words";

/** Up to so many items stand in one list. */
const mostUngrouped = 10;

type Item = Pick<DeskRow, "kind" | "params">;

/**
 * The items of a long desk by their kind, the kind with the most urgent item first; nothing where one
 * list is short enough.
 */
export function groupsOf<Row extends Item>(
  rows: readonly Row[],
  all: AllTexts,
  words: Pick<Words, "state">,
): { name: string; rows: Row[] }[] {
  if (rows.length <= mostUngrouped) return [];
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = kindText(row, all, words);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, group]) => ({ name, rows: group }));
}

/** A duty's kind without its particulars; one that has no such text stands under its part of Kehe. */
function kindText(row: Item, all: AllTexts, words: Pick<Words, "state">): string {
  const [room = "", ...rest] = row.kind.split(".");
  if (room === "state" && isState(rest.join("."))) return dutyText(row, all, words);
  const key = `desk.group.${row.kind}`;
  if (all.has(key)) return all(key);
  return all.has(`overview.room.${room}`)
    ? all(`overview.room.${room}`)
    : dutyText(row, all, words);
}
