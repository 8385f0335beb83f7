import { getLocale, getTranslations } from "next-intl/server";
import type { Actor } from "@/lib/access/actor";
import type { Turn } from "@/lib/lifecycle/facts";
import { type Label, type State, stateRow } from "@/lib/lifecycle/states";
import { loadNames, type Names } from "@/lib/reference/names";

/** What a page needs to name things in the reader's language. */
export interface Words {
  locale: "zh-CN" | "en";
  names: Names;
  /** A label of the life-cycle's tables. */
  label: (label: Label) => string;
  /** A state as this reader's side calls it. */
  state: (state: State) => string;
  role: (role: string) => string;
}

/** Reads the reader's language and the names in it; applicants get their own words for the states. */
export async function loadWords(actor: Actor): Promise<Words> {
  const [given, roles] = await Promise.all([getLocale(), getTranslations("roles")]);
  const locale = given === "en" ? "en" : "zh-CN";
  const names = await loadNames(locale);
  const label = ({ zh, en }: Label) => (locale === "en" ? en : zh);
  const applicant = actor.held.every((held) => ["filler", "unit_admin"].includes(held.role));
  return {
    locale,
    names,
    label,
    state: (state) => label(applicant ? stateRow(state).applicant : stateRow(state).official),
    role: (role) => roles(role),
  };
}

/** A project's title in the reader's language, where it has one in English. */
export const titleOf = (
  project: { title: string; titleEn: string | null },
  words: Pick<Words, "locale">,
): string => (words.locale === "en" && project.titleEn) || project.title;

/** Whose turn it is, in words: the roles that hold it. */
export function turnWords(turn: Turn, words: Words): string {
  return [...new Set(turn.roles.map(words.role))].join(words.locale === "en" ? " or " : "、");
}

const dayMilliseconds = 86_400_000;

/** Whole days left until an instant, by Shanghai days; negative when overdue. */
export function daysUntil(instant: Date | null, now: Date): number | undefined {
  if (instant === null) return undefined;
  const day = (at: Date) => Math.floor((at.getTime() + 8 * 3_600_000) / dayMilliseconds);
  return day(instant) - day(now);
}
