import { sentenceParams } from "@/components/ui/sentence";
import { isState } from "@/lib/lifecycle/states";
import type { DeskRow } from "@/lib/project/desk";
import { tabOfRoom } from "./tab-keys";
import type { Words } from "./words";

export interface AllTexts {
  (key: string, values?: Record<string, string | number>): string;
  has: (key: string) => boolean;
}

/** What a duty asks, in words: `<room>.duties.<thing>`; a state's own duty has its text under `desk`. */
export function dutyText(
  row: Pick<DeskRow, "kind" | "params">,
  all: AllTexts,
  words: Pick<Words, "state">,
): string {
  const [room = "", ...rest] = row.kind.split(".");
  const thing = rest.join(".");
  if (room === "state" && isState(thing)) {
    const key = `desk.state.${thing}`;
    return all.has(key) ? all(key) : words.state(thing);
  }
  const key = `${room}.duties.${thing}`;
  return all.has(key) ? all(key, sentenceParams(row.params)) : row.kind;
}

const homes: Record<string, string> = {
  registration: "/registrations",
  unit: "/accounts",
  user: "/accounts",
};

/** Duties on a report of one year, which stands in its unit's yearly form. */
const yearly = new Set([
  "absorption.annual_report",
  "absorption.confirm_report",
  "absorption.close_report",
]);

type Place = Pick<DeskRow, "kind" | "subjectType" | "subjectId" | "unitId"> & {
  params: unknown;
  project: { id: string } | null;
};

/** Where a duty is done: the yearly form, its place on its project's page, or the home of its subject. */
export function dutyHref(row: Place): string {
  const { year } = sentenceParams(row.params);
  if (yearly.has(row.kind) && year !== undefined && row.unitId) {
    return `/yearly/${year}?unit=${row.unitId}#report-${row.subjectId}`;
  }
  if (row.project) {
    const page = `/projects/${row.project.id}`;
    const [room = ""] = row.kind.split(".");
    const part = tabOfRoom(room);
    if (part === null) return page;
    const anchor = row.subjectType === "ledger_link" ? "link" : "row";
    const place = row.subjectType === "project" ? "" : `#${anchor}-${row.subjectId}`;
    return `${page}?tab=${part}${place}`;
  }
  const home = homes[row.subjectType];
  return home ? `${home}/${row.subjectId}` : "/";
}
