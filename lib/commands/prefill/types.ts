import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/client";
import type { ProjectDetail } from "@/lib/project/detail";
import type { Locale, Names } from "@/lib/reference/names";
import type { ListedChoice } from "../choices";
import type { FormValues } from "../form-fields";

/** What a form starts with beside what its address says. */
export interface Prefill {
  /** Ids and versions that nobody types. */
  hidden?: Record<string, string | number>;
  /** What the fields hold at first, as the command would receive it. */
  values?: FormValues;
  /** Names of given lines, by the path of their key. */
  lineNames?: Record<string, ListedChoice[]>;
  /** Fields of given lines that only some lines have. */
  shownFor?: Record<string, { field: string; in: string[] }>;
  files?: Record<string, { name: string; bytes: number }>;
}

export interface PrefillContext {
  tx: Tx;
  actor: Actor;
  project: ProjectDetail;
  search: Readonly<Record<string, string>>;
  locale: Locale;
  /** Names of codes, loaded before the transaction began. */
  names: Names;
  now: Date;
}

export type PrefillFunction = (context: PrefillContext) => Promise<Prefill>;

/** Leaves out what is absent: a form's values are JSON. */
export function given(values: Record<string, FormValues[string] | undefined>): FormValues {
  const present: FormValues = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) present[name] = value;
  }
  return present;
}
