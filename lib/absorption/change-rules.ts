import { conflict, invalidField, type Refusal } from "@/lib/kernel/errors";
import { shanghaiDate } from "@/lib/kernel/working-days";
import { dayText } from "@/lib/lifecycle/due";
import { monthsLater, numberOf, storedDay } from "./dates";
import { type ChangeKind, type ChangePayload, recordedChangeKinds } from "./schema";

/** Is this kind only filed (备案), without anybody's approval? */
export const isForTheRecord = (kind: ChangeKind): boolean =>
  recordedChangeKinds.some((recorded) => recorded === kind);

/** The parts of the payload that a kind needs; at least one of a group is enough. */
const needed: Record<ChangeKind, readonly (keyof ChangePayload)[]> = {
  team: ["members", "details"],
  route: ["details"],
  budget_shift: ["details"],
  unit_renamed: ["unitName"],
  investigator: ["investigatorName"],
  lead_unit: ["leadUnitUscc"],
  foreign_partner: ["partner"],
  targets: ["targets"],
  budget_total: ["budgetTotal"],
  term: ["endsOn"],
};

const belongsTo: Record<keyof ChangePayload, readonly ChangeKind[]> = {
  details: ["team", "route", "budget_shift"],
  members: ["team"],
  unitName: ["unit_renamed"],
  investigatorName: ["investigator"],
  investigatorTitle: ["investigator"],
  leadUnitUscc: ["lead_unit"],
  partner: ["foreign_partner"],
  formerPartnerId: ["foreign_partner"],
  targets: ["targets"],
  budgetTotal: ["budget_total"],
  endsOn: ["term"],
  shiftDates: ["term"],
  dates: ["term"],
};

/** What a change reaches into, for whoever decides on it. */
export const changeTouches = [
  "people",
  "unit",
  "partner",
  "signatures",
  "targets",
  "money",
  "dates",
  "route",
] as const;
export type ChangeTouch = (typeof changeTouches)[number];

const touched: Record<ChangeKind, readonly ChangeTouch[]> = {
  team: ["people"],
  route: ["route"],
  budget_shift: ["money"],
  unit_renamed: ["unit"],
  investigator: ["people"],
  lead_unit: ["unit", "people"],
  foreign_partner: ["partner", "signatures"],
  targets: ["targets"],
  budget_total: ["money"],
  term: ["dates"],
};

/** What a change of this kind reaches into (domain.md §1.5). */
export const touchesOf = (kind: ChangeKind): readonly ChangeTouch[] => touched[kind];

/** The first thing that a request's payload lacks for its kind, or that does not belong to it; null when it fits. */
export function payloadRefusal(kind: ChangeKind, payload: ChangePayload): Refusal | null {
  const given = givenParts(payload);
  const foreign = given.find((key) => !belongsTo[key].includes(kind));
  if (foreign) return invalidField(foreign, "not_for_this_kind");
  const parts = needed[kind];
  if (parts.some((key) => given.includes(key))) return null;
  return invalidField(parts[0] ?? "kind", "required");
}

const keys = Object.keys(belongsTo).filter((key): key is keyof ChangePayload =>
  Object.hasOwn(belongsTo, key),
);

function givenParts(payload: ChangePayload): (keyof ChangePayload)[] {
  return keys.filter((key) => {
    const value = payload[key];
    if (value === undefined || value === "" || value === false) return false;
    return !Array.isArray(value) || value.length > 0;
  });
}

export interface ExtensionFacts {
  endsOn: Date | null;
  /** Has an extension been approved before? */
  used: boolean;
}

/**
 * Why an extension is not possible (domain.md §1.5): once, at most 12 months, asked for at least three
 * months before the end, unless configured otherwise. Null when it is.
 */
export function extensionRefusal(
  { endsOn, used }: ExtensionFacts,
  newEnd: string,
  now: Date,
  numbers: ReadonlyMap<string, number>,
): Refusal | null {
  if (endsOn === null) return conflict("project_without_end");
  if (used) return conflict("extension_used");
  const notice = numberOf(numbers, "extension_notice_months");
  if (shanghaiDate(now) > monthsLater(endsOn, -notice)) {
    return conflict("extension_too_late", { months: notice });
  }
  const longest = numberOf(numbers, "extension_max_months");
  if (newEnd <= dayText(endsOn)) return invalidField("endsOn", "not_after_end");
  if (storedDay(newEnd) > storedDay(monthsLater(endsOn, longest))) {
    return invalidField("endsOn", "extension_too_long", { months: longest });
  }
  return null;
}
