import { dutyHref, dutyText } from "@/components/project/duty-words";
import type { Words } from "@/components/project/words";
import type { DueItem } from "@/lib/liaison/due";

interface AllTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** What is due, in words that name no amount and no technology: `liaison.dutyKind.<kind>`. */
export function dueText(kind: string, all: AllTexts, words: Words): string {
  const key = `liaison.dutyKind.${kind.replaceAll(".", "-")}`;
  return all.has(key) ? all(key) : dutyText({ kind, params: {} }, all, words);
}

/** Where it is done. */
export const dueHref = (item: DueItem): string =>
  dutyHref({ ...item, kind: item.kind.replace(/^coming\./, "absorption.") });
