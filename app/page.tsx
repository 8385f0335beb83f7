import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DeskTable, deskAddress } from "@/components/project/desk-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Tabs } from "@/components/ui/list-tools";
import { holds } from "@/lib/access/actor";
import { applicantRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { pageOf } from "@/lib/http/page-number";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { type DeskTab, deskOf, deskTabs } from "@/lib/project/desk";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("title") };
}

/** The first screen after sign-in: what I must do today. */
export default async function DeskPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const asked = await searchParams;
  const tab: DeskTab = deskTabs.find((candidate) => candidate === asked.tab) ?? "todo";
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("desk"), loadWords(actor)]);
  const desk = await query(actor, (tx) => deskOf(tx, actor, tab, now, pageOf(asked.page)));
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        what={t("summary", { todo: desk.counts.todo, overdue: desk.overdue })}
        actions={
          holds(actor, ...applicantRoles) ? (
            <LinkButton href="/due">{t("thisYear")}</LinkButton>
          ) : null
        }
      >
        <Tabs
          label={t("tabs")}
          items={deskTabs.map((key) => ({
            href: deskAddress(key),
            label: t(`tab.${key}`),
            count: desk.counts[key],
            current: key === tab,
          }))}
        />
        <DeskTable desk={desk} tab={tab} words={words} now={now} />
      </Page>
    </AppShell>
  );
}
