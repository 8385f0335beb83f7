import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LiaisonPage } from "@/components/liaison/liaison-page";
import { WatchTable } from "@/components/liaison/watch-table";
import { loadWords } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { watchList } from "@/lib/liaison/watch";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("liaison.watch"))("title") };
}

/** The projects under special watch, and those that were. */
export default async function WatchPage() {
  const actor = await requireActor();
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("liaison"), loadWords(actor)]);
  const rows = await query(actor, (tx) => watchList(tx, actor));
  const open = rows.filter(({ untilAt }) => untilAt === null);
  const ended = rows.filter(({ untilAt }) => untilAt !== null);
  return (
    <LiaisonPage
      actor={actor}
      title={t("watch.title")}
      what={t("watch.what", { count: open.length })}
      crumbs={[{ href: "/liaison", label: t("desk.title") }]}
    >
      <WatchTable rows={open} words={words} now={now} />
      {ended.length > 0 ? (
        <Section title={t("watch.ended")} bare>
          <WatchTable rows={ended} words={words} now={now} ended />
        </Section>
      ) : null}
    </LiaisonPage>
  );
}
