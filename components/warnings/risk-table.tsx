import { getTranslations } from "next-intl/server";
import { titleOf, type Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/states";
import type { RiskRow } from "@/lib/warnings/board";
import type { RiskFilter } from "@/lib/warnings/filter";
import { deskRole } from "@/lib/warnings/queries";
import { todoText, whyText } from "./warning-words";
import styles from "./warnings.module.css";

interface RiskTableProps {
  rows: readonly RiskRow[];
  filter: RiskFilter;
  words: Words;
  now: Date;
}

/**
 * Warnings, red and longest standing first; each leads to its place on the project's page. Levels are
 * words without a drawn shape here: twenty drawings a page are a sixth of its bytes.
 */
export async function RiskTable({ rows, filter, words, now }: RiskTableProps) {
  const t = await getTranslations("warnings");
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <DataTable
      caption={t("list")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t(filtered ? "emptyFiltered" : "empty")}>
          {t(filtered ? "emptyFilteredHint" : "emptyHint")}
        </EmptyState>
      }
      columns={[
        {
          key: "level",
          header: t("column.level"),
          nowrap: true,
          cell: (row) => <span className={styles[row.level]}>{t(`level.${row.level}`)}</span>,
        },
        {
          key: "project",
          header: t("column.project"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/projects/${row.projectId}?tab=absorption#row-${row.id}`}>
                {titleOf(row, words)}
              </a>
              <span className={styles.sub}>
                {row.number ?? "—"} · {row.unitName} · {words.names("district", row.districtId)}
              </span>
            </>
          ),
        },
        {
          key: "why",
          header: t("column.why"),
          cell: (row) => (
            <>
              {whyText(row, t, now)}
              <span className={styles.sub}>{todoText(row, t)}</span>
            </>
          ),
        },
        {
          key: "who",
          header: t("column.who"),
          nowrap: true,
          cell: (row) => words.role(deskRole(row)),
        },
      ]}
    />
  );
}
