import type { Actor } from "@/lib/access/actor";
import { districtIdsOf, holds } from "@/lib/access/actor";
import { mayAs, type Verdict } from "@/lib/access/policy";
import { bureauRoles, citywideRoles, type Role } from "@/lib/access/roles";
import { type CalendarOverrides, workingDaysBetween } from "@/lib/kernel/working-days";
import { type State, stateIds, stateRow } from "@/lib/lifecycle/states";

/** What a district's body is: its own division, one shared with other work, a zone's office, the bureau itself. */
export const bodyKinds = ["own_division", "shared_division", "zone_office", "bureau"] as const;

/** What is missing where the paper (2.1, 3.2) asks for a body, a person of its own and clear duties. */
export type Gap =
  | "no_body"
  | "shared_division"
  | "part_time"
  | "no_deputy"
  | "no_phone"
  | "no_account"
  | "contact_left";

export interface BodyFacts {
  kind: string;
  dedicated: boolean;
  deputyName: string | null;
  hasPhone: boolean;
  contactUserId: string | null;
  /** Does the contact's account still hold its office? */
  contactActive: boolean;
}

/** The gaps of one district's body; null stands for none on record. */
export function gapsOf(body: BodyFacts | null): Gap[] {
  if (body === null) return ["no_body"];
  const gaps: (Gap | false)[] = [
    body.kind === "shared_division" && "shared_division",
    !body.dedicated && "part_time",
    !body.deputyName && "no_deputy",
    !body.hasPhone && "no_phone",
    body.contactUserId === null && "no_account",
    body.contactUserId !== null && !body.contactActive && "contact_left",
  ];
  return gaps.filter((gap) => gap !== false);
}

/** The middle value; the lower-middle mean of two for an even count; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2;
}

export interface SettledDuty {
  kind: string;
  since: Date;
  doneAt: Date | null;
  dueAt: Date | null;
}

export interface ResponseTime {
  kind: string;
  count: number;
  /** Working days from the duty's beginning to its end. */
  median: number;
  late: number;
}

/** How long each kind of duty took, in working days; the most frequent first. */
export function responseTimes(
  duties: readonly SettledDuty[],
  calendar: CalendarOverrides,
): ResponseTime[] {
  const kinds = new Map<string, SettledDuty[]>();
  for (const duty of duties) kinds.set(duty.kind, [...(kinds.get(duty.kind) ?? []), duty]);
  return [...kinds]
    .flatMap(([kind, rows]) => {
      const middle = median(daysTaken(rows, calendar));
      const late = rows.filter(({ doneAt, dueAt }) => doneAt && dueAt && doneAt > dueAt).length;
      return middle === null ? [] : [{ kind, count: rows.length, median: middle, late }];
    })
    .sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

/** The working days that each settled duty took. */
export function daysTaken(
  duties: readonly Pick<SettledDuty, "since" | "doneAt">[],
  calendar: CalendarOverrides,
): number[] {
  return duties.flatMap(({ since, doneAt }) =>
    doneAt === null ? [] : [Math.max(0, workingDaysBetween(since, doneAt, calendar))],
  );
}

/** From the contract until the file is closed: what a liaison desk looks after. */
export const supervisedStates: readonly State[] = stateIds.filter(
  (state) =>
    stateIds.indexOf(state) >= stateIds.indexOf("active") && stateRow(state).end !== "final",
);

/** A watch can still be ended when the project has been archived meanwhile. */
export const watchedStates: readonly State[] = [...supervisedStates, "archived"];

/** Projects that run: under contract and not closed. */
export const runningStates: readonly State[] = supervisedStates.filter(
  (state) => stateRow(state).end === "open",
);

const editors: readonly Role[] = ["district_officer", ...bureauRoles];
export const liaisonEditors = editors;
export const liaisonReaders: readonly Role[] = [...citywideRoles, "district_officer"];

/** Whoever keeps a district's entry: its own officer, or the bureau for all. */
export const mayKeep = (actor: Actor, districtId: string): Verdict =>
  mayAs(actor, { unitId: "", districtId }, editors);

/** The districts that an actor reads: all, his own, or none. */
export function districtsRead(actor: Actor): "all" | readonly string[] {
  if (holds(actor, ...citywideRoles, "system")) return "all";
  return districtIdsOf(actor);
}

/** May this actor read the desk of this district? */
export function readsDistrict(actor: Actor, districtId: string): boolean {
  const read = districtsRead(actor);
  return read === "all" || read.includes(districtId);
}
