import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BasisView } from "@/components/absorption/basis-view";
import { loadWords, titleOf } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { incentivesOf } from "@/lib/absorption/incentives/queries";
import { ledgerOf } from "@/lib/absorption/queries";
import { readingsOf } from "@/lib/absorption/reading-queries";
import { recordsOf } from "@/lib/absorption/records/queries";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { projectDetail } from "@/lib/project/detail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-absorption"))("basis.title") };
}

/** What each number of a project's absorption stands on, in one view. */
export default async function BasisPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const now = clockNow();
  const found = await query(actor, async (tx) => {
    const project = await projectDetail(tx, actor, id, now);
    if (project === null) return null;
    return {
      project,
      ledger: await ledgerOf(tx, actor, id, now),
      readings: await readingsOf(tx, actor, id, now),
      records: await recordsOf(tx, actor, id, now),
      incentives: await incentivesOf(tx, actor, id, now),
    };
  });
  if (!(found?.ledger && found.readings && found.records && found.incentives)) {
    await refuseRead(actor, "project.read", id);
    notFound();
  }
  const { project, ledger, readings, records, incentives } = found;
  const [t, words] = await Promise.all([getTranslations("screens-absorption"), loadWords(actor)]);
  const back = `/projects/${id}?tab=absorption`;
  return (
    <AppShell actor={actor}>
      <Page
        title={t("basis.title")}
        crumbs={[{ href: back, label: titleOf(project, words) }]}
        what={t("basis.what")}
      >
        {ledger.measures === null ? (
          <EmptyState
            title={t("basis.none")}
            actions={<LinkButton href={back}>{t("basis.back")}</LinkButton>}
          >
            {t("basis.noneHint")}
          </EmptyState>
        ) : (
          <BasisView
            projectId={id}
            ledger={ledger}
            readings={readings}
            records={records}
            incentives={incentives}
            words={words}
          />
        )}
      </Page>
    </AppShell>
  );
}
