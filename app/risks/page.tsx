import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { formatMinute } from "@/components/ui/format";
import { FilterBar, Pager } from "@/components/ui/list-tools";
import { RefusedPage } from "@/components/ui/system-states";
import { RiskCounts } from "@/components/warnings/risk-counts";
import { riskFilters } from "@/components/warnings/risk-filters";
import { RiskTable } from "@/components/warnings/risk-table";
import styles from "@/components/warnings/warnings.module.css";
import { requireActor } from "@/lib/accounts/session";
import { now as clockNow } from "@/lib/kernel/clock";
import { query } from "@/lib/kernel/query";
import { type RiskBoard, riskBoard } from "@/lib/warnings/board";
import { type RiskFilter, riskAddress, riskFilter } from "@/lib/warnings/filter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("warnings"))("title") };
}

/** Early warnings of all that the reader oversees: how many for which reason, and each of them. */
export default async function RisksPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor();
  const filter = riskFilter.parse(await searchParams);
  const board = await query(actor, (tx) => riskBoard(tx, actor, filter));
  if (board === null) {
    return (
      <AppShell actor={actor}>
        <main id="main">
          <RefusedPage kind="forbidden" />
        </main>
      </AppShell>
    );
  }
  const now = clockNow();
  const [t, projects, words] = await Promise.all([
    getTranslations("warnings"),
    getTranslations("projects"),
    loadWords(actor),
  ]);
  const { before, after, checkedAt } = board;
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        what={t("what", {
          red: countOf(board, { level: "red" }),
          amber: countOf(board, { level: "amber" }),
        })}
      >
        <div className={styles.page}>
          <p className={styles.sub}>
            {checkedAt ? t("checked", { at: formatMinute(checkedAt) }) : t("unchecked")}
          </p>
          <RiskCounts counts={board.counts} filter={filter} />
          <div>
            <FilterBar
              action="/risks"
              clearHref="/risks"
              filters={riskFilters(filter, actor, t, projects, words)}
            />
            <RiskTable rows={board.rows} filter={filter} words={words} now={now} />
            <Pager
              first={before ? riskAddress(filter) : undefined}
              previous={before ? riskAddress(filter, { before }) : undefined}
              next={after ? riskAddress(filter, { after }) : undefined}
              last={after ? riskAddress(filter, { last: "1" }) : undefined}
              summary={t("summary", { total: countOf(board, filter) })}
            />
          </div>
        </div>
      </Page>
    </AppShell>
  );
}

/** The board's counts of a reason and a level, or of all. */
function countOf({ counts }: RiskBoard, { rule, level }: Pick<RiskFilter, "rule" | "level">) {
  return counts
    .filter((row) => (!rule || row.rule === rule) && (!level || row.level === level))
    .reduce((sum, { count }) => sum + count, 0);
}
