import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { loadWords, titleOf } from "@/components/project/words";
import { type FormPageProps, formPage } from "@/components/reports/form-page";
import { ReportBlock } from "@/components/reports/report-block";
import { questionLabels } from "@/components/reports/yearly-fields";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/states";
import { RefusedPage } from "@/components/ui/system-states";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("screens-reports"))("review") };
}

/** What will be handed in, to check before it goes: as it was last saved. */
export default async function ReviewYearlyFormPage(props: FormPageProps) {
  const { actor, form, at } = await formPage(props);
  const [t, words] = await Promise.all([getTranslations("screens-reports"), loadWords(actor)]);
  if (!form.maySubmit) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const owed = form.items.filter((item) => item.owed);
  const labels = await questionLabels();
  const titles = new Map(owed.map(({ reportId, project }) => [reportId, titleOf(project, words)]));
  const ready = owed.length > 0 && form.missing.length === 0 && form.begun;
  return (
    <AppShell actor={actor}>
      <Page
        title={t("review")}
        crumbs={[
          { href: "/yearly", label: t("title") },
          { href: at(""), label: t("of", { year: String(form.year) }) },
        ]}
        what={t("reviewWhat", { count: owed.length })}
        actions={
          <>
            {ready ? (
              <ConfirmAction
                command="reports.submit-yearly-form"
                body={{ yearlyFormId: form.id, version: form.version }}
                label={t("confirmSubmit", { count: owed.length })}
                title={t("confirmSubmit", { count: owed.length })}
                next={at("")}
                variant="primary"
              >
                <p>{t("submitText")}</p>
              </ConfirmAction>
            ) : null}
            <LinkButton href={at("")}>{t("backToForm")}</LinkButton>
          </>
        }
      >
        {form.missing.length > 0 ? (
          <Notice tone="warning" title={t("missing")}>
            <ul>
              {form.missing.map(({ reportId, field }) => (
                <li key={reportId}>
                  <a href={`${at("")}#report-${reportId}`}>{titles.get(reportId)}</a>
                  {" — "}
                  {field === "unchanged" ? t("sameAsLast") : labels[field]}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {owed.length === 0 ? <Notice>{t("nothingHere")}</Notice> : null}
        {owed.map((item) => (
          <ReportBlock
            key={item.reportId}
            item={item}
            words={words}
            overdue={form.overdue}
            checking
          />
        ))}
      </Page>
    </AppShell>
  );
}
