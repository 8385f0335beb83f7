import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { evaluationFilter } from "@/components/evaluation/evaluation-filter";
import { EvaluationTable } from "@/components/evaluation/evaluation-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { FilterBar } from "@/components/ui/list-tools";
import { Notice } from "@/components/ui/states";
import { RefusedPage } from "@/components/ui/system-states";
import { holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { listEvaluations } from "@/lib/evaluation/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { acceptanceResultCodes, gradeCodes } from "@/lib/reference/codes/evaluation";
import { districts } from "@/lib/reference/districts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("evaluations.title") };
}

const atMost = 100;

/** The evaluations that this reader may see, each with its report. */
export default async function EvaluationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  if (!holds(actor, "bureau_officer", "division_head", "manager", "auditor", "district_officer")) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const filter = evaluationFilter.parse(await searchParams);
  const { district, ...rest } = filter;
  const [t, texts, words] = await Promise.all([
    getTranslations("overview"),
    getTranslations("screens-evaluation"),
    loadWords(actor),
  ]);
  const rows = await query(actor, (tx) =>
    listEvaluations(tx, actor, { ...rest, ...(district ? { districtId: district } : {}) }),
  );
  const named = (list: string, codes: readonly { code: string }[]) =>
    codes.map(({ code }) => ({ value: code, label: words.names(list, code) }));
  const thisYear = clockNow().getUTCFullYear();
  return (
    <AppShell actor={actor}>
      <Page title={t("evaluations.title")} what={t("evaluations.what", { count: rows.length })}>
        <FilterBar
          action="/evaluations"
          clearHref="/evaluations"
          filters={[
            {
              name: "grade",
              label: t("evaluations.grade"),
              value: filter.grade,
              options: named("grade", gradeCodes),
            },
            {
              name: "result",
              label: t("evaluations.result"),
              value: filter.result,
              options: named("acceptance_result", acceptanceResultCodes),
            },
            {
              name: "status",
              label: texts("standing"),
              value: filter.status,
              options: (["self", "submitted", "audited", "final"] as const).map((value) => ({
                value,
                label: texts(`evaluationStatus.${value}`),
              })),
            },
            {
              name: "district",
              label: t("matrix.district"),
              value: filter.district,
              options: named("district", districts),
            },
            {
              name: "year",
              label: t("evaluations.year"),
              value: filter.year?.toString(),
              options: Array.from({ length: thisYear - 2009 }, (_unused, back) => {
                const year = String(thisYear - back);
                return { value: year, label: year };
              }),
            },
          ]}
        />
        <EvaluationTable rows={rows} words={words} />
        {rows.length === atMost ? (
          <Notice>{t("evaluations.more", { count: atMost })}</Notice>
        ) : null}
      </Page>
    </AppShell>
  );
}
