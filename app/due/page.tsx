import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DueTable } from "@/components/liaison/due-table";
import { UnitPage } from "@/components/liaison/unit-page";
import { loadWords } from "@/components/project/words";
import { LinkButton } from "@/components/ui/button";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { dueThisYear } from "@/lib/liaison/due";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("liaison.due"))("title") };
}

/** What a unit has still to hand in this year: one list with dates, for the calendar too. */
export default async function DuePage() {
  const actor = await requireActor();
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("liaison.due"), loadWords(actor)]);
  const items = await query(actor, (tx) => dueThisYear(tx, actor, now));
  const overdue = items.filter((item) => item.overdue).length;
  return (
    <UnitPage
      actor={actor}
      title={t("title")}
      what={t("what", { count: items.length, overdue })}
      actions={
        <>
          <LinkButton variant="primary" href="/due/feed">
            {t("subscribe")}
          </LinkButton>
          <LinkButton href="/api/due.ics">{t("download")}</LinkButton>
        </>
      }
    >
      <DueTable items={items} words={words} now={now} />
    </UnitPage>
  );
}
