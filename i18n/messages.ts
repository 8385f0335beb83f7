import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "./locale";

/** One language's texts: a tree whose leaves are ICU messages. */
export interface Messages {
  [key: string]: string | Messages;
}

const cache = new Map<Locale, Messages>();

function isTree(value: unknown): value is Messages {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readNamespace(folder: string, file: string): Messages {
  const parsed: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
  if (!isTree(parsed)) throw new Error(`messages/${file} must hold one JSON object`);
  return parsed;
}

function readAll(locale: Locale): Messages {
  const folder = join(process.cwd(), "messages", locale);
  const all: Messages = {};
  const refusals: Messages = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    const texts = readNamespace(folder, file);
    all[file.slice(0, -".json".length)] = texts;
    for (const told of [texts.errors, texts.refusals]) {
      if (isTree(told)) Object.assign(refusals, told);
    }
  }
  // A room keeps its refusals beside its other texts; a code is looked up in one place.
  const shared = isTree(all.errors) ? all.errors : {};
  all.errors = { ...refusals, ...shared };
  return all;
}

/**
 * All texts of a language, one namespace per file of `messages/<locale>/`, read once per process
 * (at each use in development). A namespace's own `errors` and `refusals` also
 * appear under `errors`.
 */
export function loadMessages(locale: Locale): Messages {
  const known = cache.get(locale);
  if (known && process.env.NODE_ENV === "production") return known;
  const fresh = readAll(locale);
  cache.set(locale, fresh);
  return fresh;
}

/** Only these namespaces: what a client provider may send to the browser. */
export function pickMessages(messages: Messages, namespaces: readonly string[]): Messages {
  const picked: Messages = {};
  for (const name of namespaces) {
    const texts = messages[name];
    if (texts !== undefined) picked[name] = texts;
  }
  return picked;
}
