import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { evaluationPaper } from "@/components/evaluation/report/evaluation-paper";
import { PaperPage } from "@/components/paper/paper-page";
import { loadWords, titleOf } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { EmptyState, Notice } from "@/components/ui/states";
import { requireActor } from "@/lib/accounts/session";
import { evaluationReport } from "@/lib/evaluation/report";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { refuseRead } from "@/lib/kernel/refuse-read";
import { projectDetail } from "@/lib/project/detail";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-evaluation"))("paper.title") };
}

/** The evaluation report of one project, as an official paper. */
export default async function ReportPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const now = clockNow();
  const { project, report } = await query(actor, async (tx) => {
    const found = await projectDetail(tx, actor, id, now);
    return {
      project: found,
      report: found ? await evaluationReport(tx, actor, id, now) : null,
    };
  });
  if (project === null) {
    await refuseRead(actor, "project.read", id);
    notFound();
  }
  const [t, words] = await Promise.all([getTranslations("screens-evaluation"), loadWords(actor)]);
  const back = `/projects/${id}?tab=evaluation`;
  return (
    <AppShell actor={actor}>
      <Page
        title={t("paper.title")}
        crumbs={[{ href: back, label: titleOf(project, words) }]}
        what={t("paper.printHint")}
        actions={
          report === null ? null : (
            <>
              <LinkButton href={`/api/projects/${id}/report.pdf`}>
                {t("paper.downloadPdf")}
              </LinkButton>
              <LinkButton href={`/api/projects/${id}/report.docx`}>
                {t("paper.downloadWord")}
              </LinkButton>
            </>
          )
        }
      >
        {report === null ? (
          <EmptyState
            title={t("paper.none")}
            actions={<LinkButton href={back}>{t("paper.back")}</LinkButton>}
          >
            {t("paper.noneHint")}
          </EmptyState>
        ) : (
          <>
            {report.status === "final" ? null : (
              <Notice tone="warning" title={t("paper.notFinal")}>
                {t("paper.notFinalHint", { status: t(`evaluationStatus.${report.status}`) })}
              </Notice>
            )}
            <PaperPage paper={await evaluationPaper(project, report, words)} />
          </>
        )}
      </Page>
    </AppShell>
  );
}
