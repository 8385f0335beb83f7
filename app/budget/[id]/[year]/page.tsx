import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { formAddress, readAddress } from "@/components/budget/address";
import { Behind } from "@/components/budget/behind";
import styles from "@/components/budget/budget.module.css";
import { fileEndings } from "@/components/budget/documents";
import { FormSteps } from "@/components/budget/form-steps";
import { BudgetRefused } from "@/components/budget/frame";
import { formLayout } from "@/components/budget/layouts";
import { SheetTable } from "@/components/budget/sheet-table";
import { Standing } from "@/components/budget/standing";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { Tabs } from "@/components/ui/list-tools";
import { requireActor } from "@/lib/accounts/session";
import { budgetForm, readsBudget } from "@/lib/evaluation/rollup/queries";
import { formKinds } from "@/lib/evaluation/rollup/schema";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

interface Props {
  params: Promise<{ id: string; year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One of the four forms of a budget item and year; each figure opens what is behind it. */
export default async function BudgetYearPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  if (!readsBudget(actor)) return <BudgetRefused actor={actor} />;
  const at = readAddress(await params, await searchParams);
  if (at === null) notFound();
  const form = await query(actor, (tx) =>
    budgetForm(tx, actor, { budgetItemId: at.id, year: at.year }, at.form, clockNow()),
  );
  if (form === null) notFound();
  const [t, common, words] = await Promise.all([
    getTranslations("rollup"),
    getTranslations("common"),
    loadWords(actor),
  ]);
  const name = words.locale === "en" ? form.item.en : form.item.zh;
  const href = (code: string, kind: string = at.form) =>
    `${formAddress(at, kind)}&cell=${code}#behind`;
  return (
    <AppShell actor={actor}>
      <Page
        title={name}
        crumbs={[{ href: "/budget", label: t("screen.title") }]}
        what={`${form.item.code} · ${t("screen.yearOf", { year: String(at.year) })}`}
        actions={<FormSteps actor={actor} form={form} at={at} />}
      >
        <div className={styles.stack}>
          <Tabs
            label={t("screen.tabs")}
            items={formKinds.map((kind) => ({
              href: formAddress(at, kind),
              label: `${t(`kind.${kind}`)} · ${t(`status.${form.statuses[kind] ?? "none"}`)}`,
              current: kind === at.form,
            }))}
          />
          <Standing form={form} words={words} />
          <div className={styles.downloads} data-screen-only>
            {t("screen.download")}
            {fileEndings.map((ending) => (
              <LinkButton
                key={ending}
                size="small"
                variant="quiet"
                href={`/api/budget/${at.id}/${at.year}/${at.form}.${ending}`}
              >
                {t(`screen.file.${ending}`)}
              </LinkButton>
            ))}
          </div>
          <SheetTable
            sheet={formLayout({ form, words, t, bureau: common("bureau"), behind: href })}
          />
          {at.cell ? <Behind form={form} code={at.cell} words={words} href={href} /> : null}
        </div>
      </Page>
    </AppShell>
  );
}
