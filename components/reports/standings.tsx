import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { loadWords } from "@/components/project/words";
import { AppShell } from "@/components/shell/app-shell";
import { Page } from "@/components/shell/page";
import { LinkButton } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/list-tools";
import { EmptyState, Notice } from "@/components/ui/states";
import type { Actor } from "@/lib/access/actor";
import { query } from "@/lib/kernel/query";
import {
  asksUnits,
  districtStandings,
  formYears,
  type UnreportedFilter,
  unreportedUnits,
} from "@/lib/reports/unreported";
import styles from "./reports.module.css";
import { StandingsTable } from "./standings-table";
import { UnreportedTable } from "./unreported-table";

const atMost = 200;

interface StandingsProps {
  actor: Actor;
  filter: UnreportedFilter;
  now: Date;
}

/** Who has not reported, by district, with the reminder and the list to take along. */
export async function Standings({ actor, filter, now }: StandingsProps) {
  const [t, words] = await Promise.all([
    getTranslations("screens-reports.units"),
    loadWords(actor),
  ]);
  const { year, districtId } = filter;
  const { years, standings, rows } = await query(actor, async (tx) => ({
    years: await formYears(tx, actor),
    standings: await districtStandings(tx, actor, year, now),
    rows: await unreportedUnits(tx, actor, filter, { now, take: atMost }),
  }));
  const total = (count: "all" | "owing") => standings.reduce((sum, row) => sum + row[count], 0);
  const toAsk = rows.filter(({ mayAsk, askedToday }) => mayAsk && !askedToday);
  const search = new URLSearchParams({ year: String(year) });
  if (districtId) search.set("district", districtId);
  return (
    <AppShell actor={actor}>
      <Page
        title={t("title")}
        what={t("what", { year: String(year), owing: total("owing"), all: total("all") })}
        actions={
          <>
            {toAsk.length > 1 ? (
              <ConfirmAction
                command="reports.remind-units"
                body={{ yearlyFormIds: toAsk.map(({ id }) => id) }}
                label={t("remindAll", { count: toAsk.length })}
                title={t("remindAllTitle", { count: toAsk.length })}
                variant="primary"
              >
                <p>{t("remindText")}</p>
              </ConfirmAction>
            ) : null}
            {asksUnits(actor) && rows.length > 0 ? (
              <LinkButton href={`/api/yearly/unreported.xlsx?${search}`}>{t("export")}</LinkButton>
            ) : null}
          </>
        }
      >
        <FilterBar
          action="/yearly"
          clearHref="/yearly"
          filters={[
            {
              name: "year",
              label: t("year"),
              value: String(year),
              options: years.map((each) => ({ value: String(each), label: String(each) })),
            },
            {
              name: "district",
              label: t("district"),
              value: districtId,
              options: standings.map((row) => ({
                value: row.districtId,
                label: words.names("district", row.districtId),
              })),
            },
          ]}
        />
        {standings.length === 0 ? (
          <EmptyState title={t("none")} />
        ) : (
          <>
            <StandingsTable standings={standings} year={year} words={words} />
            <div className={styles.gap}>
              <UnreportedTable rows={rows} year={year} words={words} now={now} />
            </div>
          </>
        )}
        {rows.length === atMost ? <Notice>{t("more", { count: atMost })}</Notice> : null}
      </Page>
    </AppShell>
  );
}
