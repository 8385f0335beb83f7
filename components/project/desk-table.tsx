import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { EmptyState, Notice } from "@/components/ui/states";
import { isState } from "@/lib/lifecycle/states";
import type { Desk, DeskRow, DeskTab } from "@/lib/project/desk";
import { dutyHref, dutyText } from "./duty-words";
import styles from "./project.module.css";
import { daysUntil, type Words } from "./words";

interface DeskTableProps {
  desk: Desk;
  tab: DeskTab;
  words: Words;
  now: Date;
}

/** What waits for me, what came back, what I have done. */
export async function DeskTable({ desk, tab, words, now }: DeskTableProps) {
  const [t, common, all] = await Promise.all([
    getTranslations("desk"),
    getTranslations("common"),
    getTranslations(),
  ]);
  const columns: Column<DeskRow>[] = [
    {
      key: "what",
      header: t("column.what"),
      head: true,
      cell: (row) => (
        <>
          <a className={styles.title} href={dutyHref(row)}>
            {dutyText(row, all, words)}
          </a>
          {row.returned && tab !== "done" ? (
            <>
              {" "}
              <Badge tone="attention">{t("returned")}</Badge>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "project",
      header: t("column.project"),
      cell: (row) =>
        row.project ? (
          <>
            <a href={`/projects/${row.project.id}`}>{row.project.title}</a>
            <span className={styles.sub}>
              {row.project.number ?? "—"} · {row.project.unitName}
            </span>
          </>
        ) : (
          "—"
        ),
    },
    {
      key: "place",
      header: t("column.place"),
      nowrap: true,
      phoneHidden: true,
      cell: (row) =>
        row.project && isState(row.project.state) ? words.state(row.project.state) : "—",
    },
    tab === "done"
      ? {
          key: "done",
          header: t("column.done"),
          nowrap: true,
          cell: (row) => <DateText value={row.doneAt} minute />,
        }
      : {
          key: "since",
          header: t("column.since"),
          nowrap: true,
          phoneHidden: true,
          cell: (row) => <DateText value={row.since} />,
        },
    {
      key: "due",
      header: t("column.due"),
      nowrap: true,
      cell: (row) => (
        <>
          <DateText value={row.dueAt} />{" "}
          {tab !== "done" && row.dueAt ? (
            <DaysLeft days={daysUntil(row.dueAt, now)} t={common} />
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t(`tab.${tab}`)}
        columns={columns}
        rows={desk.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t(`empty.${tab}`)}>{t(`emptyHint.${tab}`)}</EmptyState>}
      />
      {desk.more ? <Notice>{t("more", { shown: desk.rows.length })}</Notice> : null}
    </>
  );
}
