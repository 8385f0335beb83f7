import type { Tx } from "@/lib/db/client";
import type { ProjectDetail } from "@/lib/project/detail";

/** One line of what a step is about: its name is the text `about.<label>`. */
export interface AboutLine {
  label: string;
  value: string | Date | null;
  /** How the value is shown; a code by the name of its list. */
  as?:
    | "text"
    | "money"
    | "date"
    | { list: string }
    | { text: string }
    | { bilingual: { zh: string; en: string } };
}

export interface AboutContext {
  tx: Tx;
  project: ProjectDetail;
  /** Ids of the children that the form names. */
  hidden: Readonly<Record<string, string | number>>;
  now: Date;
}

export type AboutFunction = (context: AboutContext) => Promise<AboutLine[]>;

/** An id that the form names, as text; empty where it names none. */
export const idOf = (hidden: Readonly<Record<string, string | number>>, name: string): string =>
  String(hidden[name] ?? "");
