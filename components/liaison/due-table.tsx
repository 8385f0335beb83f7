import { getTranslations } from "next-intl/server";
import { daysUntil, titleOf, type Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DaysLeft } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { endOfShanghaiDay } from "@/lib/kernel/working-days";
import type { DueItem } from "@/lib/liaison/due";
import { dueHref, dueText } from "./due-words";
import styles from "./liaison.module.css";

interface DueTableProps {
  items: readonly DueItem[];
  words: Words;
  now: Date;
}

/** What a unit has still to hand in this year, by its day. */
export async function DueTable({ items, words, now }: DueTableProps) {
  const [t, common, all] = await Promise.all([
    getTranslations("liaison.due"),
    getTranslations("common"),
    getTranslations(),
  ]);
  return (
    <DataTable
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      empty={<EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      columns={[
        {
          key: "day",
          header: t("day"),
          nowrap: true,
          cell: (item) => <time dateTime={item.dueOn}>{item.dueOn}</time>,
        },
        {
          key: "what",
          header: t("item"),
          head: true,
          cell: (item) => <a href={dueHref(item)}>{dueText(item.kind, all, words)}</a>,
        },
        {
          key: "project",
          header: t("project"),
          cell: ({ project }) =>
            project ? (
              <>
                {titleOf(project, words) || "—"}
                <span className={styles.below}>{project.number ?? t("unnumbered")}</span>
              </>
            ) : (
              "—"
            ),
        },
        {
          key: "standing",
          header: t("standing"),
          nowrap: true,
          cell: (item) => (
            <Badge tone={item.kind.startsWith("coming.") ? "neutral" : "attention"}>
              {t(item.kind.startsWith("coming.") ? "coming" : "open")}
            </Badge>
          ),
        },
        {
          key: "left",
          header: t("left"),
          nowrap: true,
          cell: (item) => (
            <DaysLeft days={daysUntil(endOfShanghaiDay(item.dueOn), now)} t={common} />
          ),
        },
      ]}
    />
  );
}
