import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "@/components/form/command-form";
import { loadWords, titleOf } from "@/components/project/words";
import { type FormPageProps, formPage } from "@/components/reports/form-page";
import { reportsFor } from "@/components/reports/whole-steps";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Notice } from "@/components/ui/states";
import { returnYearlyFormInput } from "@/lib/reports/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reports"))("commands.return-yearly-form.title") };
}

/** Returns all reports of a form that the reader can return, with one reason. */
export default async function ReturnYearlyFormPage(props: FormPageProps) {
  const { actor, form, at } = await formPage(props);
  const [t, texts, words] = await Promise.all([
    getTranslations("screens-reports"),
    getTranslations("reports.commands.return-yearly-form"),
    loadWords(actor),
  ]);
  const reports = reportsFor(form.items, "return");
  const named = new Set(reports.map(({ reportId }) => reportId));
  return (
    <AppShell actor={actor}>
      <Page
        title={texts("title")}
        crumbs={[
          { href: "/yearly", label: t("title") },
          { href: at(""), label: t("of", { year: String(form.year) }) },
        ]}
        what={[form.unitName, texts("intro")].join(" · ")}
      >
        {reports.length === 0 ? (
          <Notice tone="refused">{t("nothingHere")}</Notice>
        ) : (
          <>
            <ul>
              {form.items
                .filter(({ reportId }) => named.has(reportId))
                .map(({ reportId, project, kind, period }) => (
                  <li key={reportId}>
                    {[
                      project.number,
                      titleOf(project, words),
                      t(`kind.${kind}`, { period: String(period) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </li>
                ))}
            </ul>
            <CommandForm
              command="reports.return-yearly-form"
              schema={returnYearlyFormInput}
              ns="reports"
              hidden={{ yearlyFormId: form.id, reports }}
              next={at("")}
              cancelHref={at("")}
              tone="refuse"
              submitLabel={t("returnAll", { count: reports.length })}
            />
          </>
        )}
      </Page>
    </AppShell>
  );
}
