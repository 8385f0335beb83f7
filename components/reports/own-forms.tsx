import { getTranslations } from "next-intl/server";
import { daysUntil } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { ownForms } from "@/lib/reports/queries";
import styles from "./reports.module.css";
import { StatusBadge } from "./status-badge";

type Row = Awaited<ReturnType<typeof ownForms>>[number];

/** The yearly forms of the reader's units. */
export async function OwnForms({ forms, now }: { forms: readonly Row[]; now: Date }) {
  const [t, common] = await Promise.all([
    getTranslations("screens-reports"),
    getTranslations("common"),
  ]);
  return (
    <DataTable
      caption={t("title")}
      rows={forms}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("mine.empty")}>{t("mine.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "year",
          header: t("year"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/yearly/${row.year}?unit=${row.unitId}`}>
                {t("of", { year: String(row.year) })}
              </a>
              <span className={styles.sub}>{row.unit.name}</span>
            </>
          ),
        },
        {
          key: "standing",
          header: t("standing"),
          nowrap: true,
          cell: (row) => <StatusBadge status={row.status} overdue={row.overdue} />,
        },
        {
          key: "reports",
          header: t("reports"),
          nowrap: true,
          cell: (row) => t("handedIn", { done: row.handedIn, all: row.all }),
        },
        {
          key: "due",
          header: t("due"),
          nowrap: true,
          cell: (row) => (
            <>
              <DateText value={row.dueAt} />{" "}
              {row.status === "open" || row.status === "returned" ? (
                <DaysLeft days={daysUntil(row.dueAt, now)} t={common} />
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
