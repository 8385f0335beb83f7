import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConcentrationTable } from "@/components/portfolio/concentration-table";
import { FundingMatrix } from "@/components/portfolio/funding-matrix";
import { ListedProjects } from "@/components/portfolio/listed-projects";
import { OverdueTable } from "@/components/portfolio/overdue-table";
import styles from "@/components/portfolio/portfolio.module.css";
import { SourceNotes } from "@/components/portfolio/source-notes";
import { StatesTable } from "@/components/portfolio/states-table";
import { Totals } from "@/components/portfolio/totals";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { Section } from "@/components/ui/content";
import { formatMinute } from "@/components/ui/format";
import { EmptyState } from "@/components/ui/states";
import { RefusedPage } from "@/components/ui/system-states";
import { type Actor, holds } from "@/lib/access/actor";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { historicalProjects } from "@/lib/library/paper/queries";
import { paperSource } from "@/lib/library/paper/source";
import { fundingTable, overdueProjects, reportedTable, stateCounts } from "@/lib/portfolio/queries";
import { fundingSummary } from "@/lib/portfolio/summary";
import { loadNumbers } from "@/lib/reference/settings";
import { openWarnings } from "@/lib/warnings/board";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("overview"))("title") };
}

const readers = [
  "district_officer",
  "bureau_officer",
  "division_head",
  "manager",
  "auditor",
] as const;

/** Money, places and delays of all projects on one page, beside what the paper reports. */
export default async function OverviewPage() {
  const actor = await requireActor();
  if (!holds(actor, ...readers)) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const now = clockNow();
  const [t, words] = await Promise.all([getTranslations("overview"), loadWords(actor)]);
  const { own, reported, states, overdue, warnings, listed } = await read(actor, now);
  return (
    <AppShell actor={actor}>
      <Page title={t("title")} what={t("asOf", { at: formatMinute(now) })}>
        <div className={styles.overview}>
          <Totals
            states={states}
            own={own}
            reported={reported}
            overdue={overdue}
            warnings={warnings}
            now={now}
          />
          <Section title={t("own.title")} note={t("own.note")} bare>
            {own.rows.length === 0 ? (
              <EmptyState title={t("own.empty")}>{t("own.emptyHint")}</EmptyState>
            ) : (
              <FundingMatrix summary={own} words={words} linked caption={t("own.title")} />
            )}
          </Section>
          <div className={styles.pair}>
            {reported ? (
              <Section title={t("reported.title")} note={t("reported.note")} bare>
                <FundingMatrix summary={reported} words={words} caption={t("reported.title")} />
                <SourceNotes beside="table2" words={words} />
              </Section>
            ) : null}
            <Section title={t("concentration.title")} note={t("concentration.note")} bare>
              <ConcentrationTable own={own} reported={reported} />
            </Section>
          </div>
          <div className={styles.pair}>
            <Section title={t("states.title")} bare>
              <StatesTable states={states} words={words} />
            </Section>
            <Section title={t("overdue.title")} bare>
              <OverdueTable rows={overdue} words={words} now={now} />
            </Section>
          </div>
          {listed.length > 0 ? <ListedProjects rows={listed} words={words} /> : null}
        </div>
      </Page>
    </AppShell>
  );
}

function read(actor: Actor, now: Date) {
  return query(actor, async (tx) => {
    const numbers = await loadNumbers(tx, now);
    const bounds = {
      first: numbers.get("tier_first") ?? 20_000_000,
      second: numbers.get("tier_second") ?? 10_000_000,
    };
    const table = await reportedTable(tx, paperSource.code, "table2");
    return {
      own: fundingSummary(await fundingTable(tx, actor), bounds),
      reported: table ? fundingSummary(table, bounds) : null,
      states: await stateCounts(tx, actor, now),
      overdue: await overdueProjects(tx, actor, now),
      warnings: await openWarnings(tx, actor),
      listed: await historicalProjects(tx),
    };
  });
}
