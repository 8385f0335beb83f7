import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CallList } from "@/components/calls/call-list";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { DateText } from "@/components/ui/figures";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import { requireActor } from "@/lib/accounts/session";
import { listCalls } from "@/lib/calls/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.calls"))("title") };
}

/** All calls that this person may see. */
export default async function CallsPage() {
  const actor = await requireActor();
  const now = clockNow();
  const [t, words] = await Promise.all([
    getTranslations("screens-application.calls"),
    loadWords(actor),
  ]);
  const calls = await query(actor, (tx) => listCalls(tx, actor, now));
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        what={
          <>
            {t("serverTime")} <DateText value={now} minute />
          </>
        }
        actions={
          holds(actor, ...bureauRoles) ? (
            <LinkButton href="/calls/new">{t("new")}</LinkButton>
          ) : null
        }
      >
        <CallList calls={calls} words={words} now={now} />
      </Page>
    </AppShell>
  );
}
