import { dutyHref, dutyText } from "@/components/project/duty-words";
import type { Words } from "@/components/project/words";
import type { DueItem } from "@/lib/liaison/due";

interface AllTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
  raw: (key: string) => unknown;
}

/**
 * What is due, in words that name no amount and no technology: `liaison.dutyKind.<kind>`, else the
 * duty's own sentence where it asks for nothing, else that something is to be done.
 */
export function dueText(kind: string, all: AllTexts, words: Words): string {
  const key = `liaison.dutyKind.${kind.replaceAll(".", "-")}`;
  if (all.has(key)) return all(key);
  const [room = "", ...rest] = kind.split(".");
  const own = `${room}.duties.${rest.join(".")}`;
  const asks = all.has(own) && String(all.raw(own)).includes("{");
  return asks ? all("liaison.dutyKind.other") : dutyText({ kind, params: {} }, all, words);
}

/** Where it is done. */
export const dueHref = (item: DueItem): string =>
  dutyHref({ ...item, kind: item.kind.replace(/^coming\./, "absorption.") });
