import { getTranslations } from "next-intl/server";
import { loadWords } from "@/components/project/words";
import type { Actor } from "@/lib/access/actor";
import { env } from "@/lib/kernel/env";
import { query } from "@/lib/kernel/query";
import { calendarText } from "@/lib/liaison/calendar";
import { dueThisYear } from "@/lib/liaison/due";
import { dueText } from "./due-words";

/** The unit's list as an iCalendar file. It names projects by number only: calendars travel far. */
export async function dueCalendar(actor: Actor, now: Date) {
  const [all, t, words] = await Promise.all([
    getTranslations(),
    getTranslations("liaison.due"),
    loadWords(actor),
  ]);
  const items = await query(actor, (tx) => dueThisYear(tx, actor, now));
  const body = calendarText({
    name: t("calendarName"),
    address: `${env().origins[0]}/due`,
    entries: items.map((item) => ({
      key: item.id,
      day: item.dueOn,
      summary: t("entry", {
        what: dueText(item.kind, all, words),
        number: item.project?.number ?? t("unnumbered"),
      }),
    })),
    now,
  });
  return { name: `${t("fileName")}.ics`, mediaType: "text/calendar; charset=utf-8", body };
}
