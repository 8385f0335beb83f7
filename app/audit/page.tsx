import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { eventAddress, eventFilter, toQuery } from "@/components/audit/event-filter";
import { EventTable } from "@/components/audit/event-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { FilterBar, Pager } from "@/components/ui/list-tools";
import { Notice } from "@/components/ui/states";
import { RefusedPage } from "@/components/ui/system-states";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { eventsPage } from "@/lib/audit/queries";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** The whole log, for the auditor. */
export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!holds(actor, "auditor")) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const filter = eventFilter.parse(await searchParams);
  const [t, log, words] = await Promise.all([
    getTranslations("overview"),
    getTranslations("audit"),
    loadWords(actor),
  ]);
  const { events, next } = await query(actor, (tx) => eventsPage(tx, actor, toQuery(filter)));
  return (
    <AppShell actor={actor}>
      <Page title={log("title")} what={log("what")}>
        <FilterBar
          action="/audit"
          clearHref="/audit"
          filters={[
            {
              name: "command",
              label: t("audit.command"),
              value: filter.command,
              options: rooms.map((room) => ({ value: `${room}.`, label: t(`room.${room}`) })),
            },
            {
              name: "outcome",
              label: log("outcome"),
              value: filter.outcome,
              options: (["done", "refused"] as const).map((value) => ({
                value,
                label: log(value),
              })),
            },
            { name: "actor", label: log("who"), value: filter.actor },
            { name: "project", label: t("audit.projectId"), value: filter.project },
            { name: "from", label: t("audit.from"), value: filter.from, type: "date" },
            { name: "to", label: t("audit.to"), value: filter.to, type: "date" },
          ]}
        />
        <EventTable events={events} words={words} />
        <Pager
          first={filter.before ? eventAddress(filter) : undefined}
          next={next ? eventAddress(filter, next) : undefined}
          summary={t("audit.shown", { count: events.length })}
        />
        <Notice>{t("audit.chain")}</Notice>
      </Page>
    </AppShell>
  );
}

const rooms = [
  "application",
  "approval",
  "absorption",
  "evaluation",
  "calls",
  "documents",
  "accounts",
  "reference",
  "reports",
  "warnings",
  "liaison",
] as const;
