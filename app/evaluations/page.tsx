import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import styles from "@/components/evaluation/desk/desk.module.css";
import {
  GradesSection,
  LateSection,
  WorstSection,
} from "@/components/evaluation/desk/desk-figures";
import { deskFilters } from "@/components/evaluation/desk/desk-filters";
import { DeskTable } from "@/components/evaluation/desk/desk-table";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/list-tools";
import { RefusedPage } from "@/components/ui/system-states";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { type DeskFilter, deskAddress, deskFilter } from "@/lib/evaluation/desk/filter";
import {
  deskCalls,
  deskCounts,
  deskPage,
  gradesByDistrict,
  lateEvaluations,
  readsEvaluations,
  worstLines,
} from "@/lib/evaluation/desk/queries";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluation-desk"))("title") };
}

/** The evaluation desk: all evaluations that this reader may see, their grades, losses and delays. */
export default async function EvaluationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const t = await getTranslations("evaluation-desk");
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
  const filter = deskFilter.parse(await searchParams);
  const now = clockNow();
  const words = await loadWords(actor);
  const found = await read(actor, filter, now);
  const { page, counts } = found;
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        what={t("what", { count: counts.all, late: counts.late })}
        actions={
          <>
            <LinkButton href="/evaluations/compare">{t("compare")}</LinkButton>
            <LinkButton variant="quiet" href={deskAddress(filter, {}, "/api/evaluations.xlsx")}>
              {t("export")}
            </LinkButton>
          </>
        }
      >
        <div className={styles.stack}>
          <FilterBar
            action="/evaluations"
            clearHref="/evaluations"
            filters={deskFilters(filter, t, words, found.calls, now.getUTCFullYear())}
          />
          <div className={styles.pair}>
            <GradesSection counts={found.grades} filter={filter} words={words} />
            <WorstSection rows={found.worst} words={words} />
          </div>
          {found.late.length > 0 ? <LateSection rows={found.late} words={words} now={now} /> : null}
          <DeskTable rows={page.rows} words={words} />
          <nav className={styles.pager} aria-label={t("title")}>
            <span>{t("shown", { shown: page.rows.length, count: counts.all })}</span>
            {filter.after ? <a href={deskAddress(filter)}>{t("first")}</a> : null}
            {page.next ? <a href={deskAddress(filter, { after: page.next })}>{t("next")}</a> : null}
          </nav>
        </div>
      </Page>
    </AppShell>
  );
}

function read(actor: Actor, filter: DeskFilter, now: Date) {
  return query(actor, async (tx) => ({
    page: await deskPage(tx, actor, filter, now),
    counts: await deskCounts(tx, actor, filter, now),
    grades: await gradesByDistrict(tx, actor, filter, now),
    worst: await worstLines(tx, actor, filter, now),
    late: await lateEvaluations(tx, actor, filter, now),
    calls: await deskCalls(tx),
  }));
}
