import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ComparisonTable } from "@/components/evaluation/desk/comparison-table";
import styles from "@/components/evaluation/desk/desk.module.css";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { FilterBar } from "@/components/ui/list-tools";
import { EmptyState, Notice } from "@/components/ui/states";
import { RefusedPage } from "@/components/ui/system-states";
import { requireActor } from "@/lib/accounts/session";
import { comparable, compare } from "@/lib/evaluation/desk/compare";
import { readsEvaluations } from "@/lib/evaluation/desk/queries";
import { query } from "@/lib/kernel/query";

const key = z.string().max(40).optional().catch(undefined);
const asked = z.object({ by: z.enum(["project", "year"]).catch("project"), a: key, b: key });

/** Two projects or two years beside each other, indicator by indicator. */
export default async function ComparePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const [t, words] = await Promise.all([getTranslations("evaluation-desk"), loadWords(actor)]);
  if (!readsEvaluations(actor)) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden">
            <p>{t("notForYou")}</p>
          </RefusedPage>
        </main>
      </AppShell>
    );
  }
  const { by, a, b } = asked.parse(await searchParams);
  const chosen = a !== undefined && a !== "" && b !== undefined && b !== "";
  const [choices, comparison] = await query(actor, async (tx) => [
    await comparable(tx, actor),
    chosen && a !== b ? await compare(tx, actor, by, [a, b]) : null,
  ]);
  const title = (row: { title: string; titleEn: string | null }) =>
    words.locale === "en" ? (row.titleEn ?? row.title) : row.title;
  const options =
    by === "year"
      ? choices.years.map((year) => ({ value: String(year), label: String(year) }))
      : choices.projects.map((row) => ({
          value: row.id,
          label: `${row.number ?? "—"} ${title(row)}`,
        }));
  return (
    <AppShell actor={actor}>
      <Page
        title={t("comparison.title")}
        crumbs={[{ href: "/evaluations", label: t("title") }]}
        what={t("comparison.what")}
      >
        <div className={styles.stack}>
          <FilterBar
            action="/evaluations/compare"
            clearHref="/evaluations/compare"
            applyLabel={t("comparison.apply")}
            filters={[
              {
                name: "by",
                label: t("comparison.by"),
                value: by,
                options: (["project", "year"] as const).map((value) => ({
                  value,
                  label: t(`comparison.${value}`),
                })),
              },
              { name: "a", label: t("comparison.a"), value: a, options },
              { name: "b", label: t("comparison.b"), value: b, options },
            ]}
          />
          {comparison ? (
            <ComparisonTable comparison={comparison} words={words} />
          ) : chosen ? (
            <Notice tone="warning">{t(a === b ? "comparison.same" : "comparison.none")}</Notice>
          ) : (
            <EmptyState title={t("comparison.choose")}>{t("comparison.chooseHint")}</EmptyState>
          )}
        </div>
      </Page>
    </AppShell>
  );
}
