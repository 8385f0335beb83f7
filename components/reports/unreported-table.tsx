import { getTranslations } from "next-intl/server";
import { ConfirmAction } from "@/components/form/confirm-action";
import { daysUntil, type Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { UnreportedUnit } from "@/lib/reports/unreported";
import styles from "./reports.module.css";

interface UnreportedTableProps {
  rows: readonly UnreportedUnit[];
  year: number;
  words: Words;
  now: Date;
}

/** Who has not reported, whom to ring up, and the reminder. */
export async function UnreportedTable({ rows, year, words, now }: UnreportedTableProps) {
  const [screen, t, status, common] = await Promise.all([
    getTranslations("screens-reports"),
    getTranslations("screens-reports.units"),
    getTranslations("screens-reports.status"),
    getTranslations("common"),
  ]);
  const columns: Column<UnreportedUnit>[] = [
    {
      key: "unit",
      header: t("unit"),
      head: true,
      cell: (row) => (
        <>
          <a href={`/yearly/${year}?unit=${row.unitId}`}>{row.unitName}</a>
          <span className={styles.sub}>{words.names("district", row.districtId)}</span>
        </>
      ),
    },
    {
      key: "owed",
      header: t("owed"),
      cell: (row) => (
        <>
          {t("owedOf", { owed: row.owed, all: row.all })}{" "}
          {row.returned ? <Badge tone="attention">{status("returned")}</Badge> : null}
        </>
      ),
    },
    {
      key: "due",
      header: screen("due"),
      nowrap: true,
      cell: (row) => (
        <>
          <DateText value={row.dueAt} /> <DaysLeft days={daysUntil(row.dueAt, now)} t={common} />
        </>
      ),
    },
    {
      key: "chased",
      header: t("chased"),
      nowrap: true,
      cell: (row) =>
        row.chasedCount === 0 ? (
          "—"
        ) : (
          <>
            {t("times", { count: row.chasedCount })} <DateText value={row.chasedAt} />
          </>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("list")}
      captionVisible
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      columns={rows.some(({ mayAsk }) => mayAsk) ? [...columns, ...asking(t)] : columns}
    />
  );
}

/** The phone and the reminder, for those who may ask the units. */
function asking(t: (key: string, values?: Record<string, string>) => string) {
  return [
    {
      key: "contact",
      header: t("contact"),
      cell: (row: UnreportedUnit) => (
        <>
          {row.contactName ?? "—"}
          {row.contactPhone ? (
            <a className={styles.sub} href={`tel:${row.contactPhone}`}>
              {row.contactPhone}
            </a>
          ) : null}
        </>
      ),
    },
    {
      key: "remind",
      header: t("remind"),
      nowrap: true,
      cell: (row: UnreportedUnit) => <Remind row={row} t={t} />,
    },
  ];
}

function Remind({ row, t }: { row: UnreportedUnit; t: Parameters<typeof asking>[0] }) {
  if (!row.mayAsk) return <>—</>;
  if (row.askedToday) return <Badge tone="done">{t("today")}</Badge>;
  return (
    <span data-screen-only>
      <ConfirmAction
        command="reports.remind-units"
        body={{ yearlyFormIds: [row.id] }}
        label={t("remind")}
        title={t("remindTitle", { unit: row.unitName })}
      >
        <p>{t("remindText")}</p>
      </ConfirmAction>
    </span>
  );
}
