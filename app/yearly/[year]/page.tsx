import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { daysUntil, loadWords } from "@/components/project/words";
import { Filling } from "@/components/reports/filling";
import { type FormPageProps, formPage } from "@/components/reports/form-page";
import { ReportBlock } from "@/components/reports/report-block";
import { StatusBadge } from "@/components/reports/status-badge";
import { WholeSteps } from "@/components/reports/whole-steps";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { formatDate, formatMinute } from "@/components/ui/format";
import { Notice } from "@/components/ui/states";

export async function generateMetadata({ params }: FormPageProps): Promise<Metadata> {
  const t = await getTranslations("screens-reports");
  return { title: t("of", { year: (await params).year }) };
}

/** A unit's form of a year: all its projects' reports on one page, to fill in or to look at. */
export default async function YearlyFormPage(props: FormPageProps) {
  const { actor, form, now, at } = await formPage(props);
  const [t, common, words] = await Promise.all([
    getTranslations("screens-reports"),
    getTranslations("common"),
    loadWords(actor),
  ]);
  const owing = form.status === "open" || form.status === "returned";
  const filling = form.mayFill && owing && form.begun;
  const rest = form.items.filter((item) => !(filling && item.owed));
  return (
    <AppShell actor={actor}>
      <Page
        title={t("of", { year: String(form.year) })}
        crumbs={[{ href: "/yearly", label: t("title") }]}
        what={[form.unitName, t("what", { cutoff: form.cutoff })].join(" · ")}
        actions={<WholeSteps form={form} address={at("/return")} />}
        standing={
          <p>
            <StatusBadge status={form.status} overdue={form.overdue} />{" "}
            {t("handedIn", { done: form.handedIn, all: form.all })}
            {" · "}
            {t("due")} <DateText value={form.dueAt} />{" "}
            {owing ? <DaysLeft days={daysUntil(form.dueAt, now)} t={common} /> : null}
          </p>
        }
      >
        {form.chasedAt && owing ? (
          <Notice tone="warning">
            {t("chased", { count: form.chasedCount, at: formatDate(form.chasedAt) })}
          </Notice>
        ) : null}
        {form.draftedByName && form.draftedAt && filling ? (
          <p>{t("draftedBy", { name: form.draftedByName, at: formatMinute(form.draftedAt) })}</p>
        ) : null}
        {form.submittedByName && form.submittedAt ? (
          <p>
            {t("submittedBy", { name: form.submittedByName, at: formatMinute(form.submittedAt) })}
          </p>
        ) : null}
        {form.begun ? null : <Notice>{t("notYet", { year: String(form.year) })}</Notice>}
        {filling ? <Filling form={form} words={words} address={at("/submit")} /> : null}
        {rest.map((item) => (
          <ReportBlock key={item.reportId} item={item} words={words} overdue={form.overdue} />
        ))}
      </Page>
    </AppShell>
  );
}
