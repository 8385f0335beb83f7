import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallFacts, CallLists } from "@/components/calls/call-detail";
import { callTitle } from "@/components/calls/call-list";
import { CallSteps } from "@/components/calls/call-steps";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/figures";
import { requireActor } from "@/lib/accounts/session";
import { applicantUnits, callDetail, versionChoices } from "@/lib/calls/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { isId } from "@/lib/kernel/ids";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-application.calls"))("title") };
}

/** One call: its dates, its text, what is frozen with it, and the way into an application. */
export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const now = clockNow();
  const words = await loadWords(actor);
  const call = isId(id) ? await query(actor, (tx) => callDetail(tx, actor, id, now)) : null;
  if (call === null) {
    await refuseRead(actor, "calls.read", id);
    notFound();
  }
  const t = await getTranslations("screens-application.calls");
  const [units, versions] = await query(actor, async (tx) => [
    await applicantUnits(tx, actor),
    await versionChoices(tx, words.locale, now),
  ]);
  return (
    <AppShell actor={actor}>
      <Page
        title={callTitle(call, words)}
        crumbs={[{ href: "/calls", label: t("title") }]}
        what={`${call.code} · ${call.year}`}
        standing={
          <p>
            {call.status === "draft" ? (
              <Badge>{t("draft")}</Badge>
            ) : call.open ? (
              <Badge tone="waiting">{t("daysLeft", { days: call.daysLeft ?? 0 })}</Badge>
            ) : (
              <Badge>{call.opensAt > now ? t("upcoming") : t("closed")}</Badge>
            )}{" "}
            {t("serverTime")} <DateText value={now} minute />
          </p>
        }
        actions={<CallSteps actor={actor} call={call} units={units} />}
      >
        <CallFacts call={call} words={words} versions={versions} />
        <CallLists call={call} words={words} />
      </Page>
    </AppShell>
  );
}
