import { getTranslations } from "next-intl/server";
import { daysUntil, titleOf, type Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { DaysLeft } from "@/components/ui/figures";
import { isState } from "@/lib/lifecycle/states";
import type { overdueProjects } from "@/lib/portfolio/queries";
import styles from "./portfolio.module.css";

interface OverdueTableProps {
  rows: Awaited<ReturnType<typeof overdueProjects>>;
  words: Words;
  now: Date;
}

/** The projects that wait longest past their date, and for whom. */
export async function OverdueTable({ rows, words, now }: OverdueTableProps) {
  const [t, common] = await Promise.all([getTranslations("overview"), getTranslations("common")]);
  return (
    <DataTable
      caption={t("overdue.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t("overdue.empty")}</p>}
      columns={[
        {
          key: "project",
          header: t("overdue.project"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/projects/${row.id}`}>{titleOf(row, words)}</a>
              <span className={styles.sub}>
                {row.unitName} · {words.names("district", row.districtId)}
              </span>
            </>
          ),
        },
        {
          key: "state",
          header: t("states.state"),
          nowrap: true,
          cell: (row) => (isState(row.state) ? words.state(row.state) : row.state),
        },
        {
          key: "turn",
          header: t("overdue.turn"),
          nowrap: true,
          cell: (row) => (row.turnRole ? words.role(row.turnRole) : "—"),
        },
        {
          key: "left",
          header: t("states.overdue"),
          nowrap: true,
          cell: (row) => <DaysLeft days={daysUntil(row.dueAt, now)} t={common} />,
        },
      ]}
    />
  );
}
