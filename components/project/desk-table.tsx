import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { Pager } from "@/components/ui/list-tools";
import { EmptyState } from "@/components/ui/states";
import { isState } from "@/lib/lifecycle/states";
import type { Desk, DeskRow, DeskTab } from "@/lib/project/desk";
import { groupsOf } from "./desk-groups";
import { dutyHref, dutyText } from "./duty-words";
import styles from "./project.module.css";
import { daysUntil, titleOf, type Words } from "./words";

interface DeskTableProps {
  desk: Desk;
  tab: DeskTab;
  words: Words;
  now: Date;
}

/** What waits for me, what came back, what I have done; by kind where there is much of it. */
export async function DeskTable({ desk, tab, words, now }: DeskTableProps) {
  const [t, common, all] = await Promise.all([
    getTranslations("desk"),
    getTranslations("common"),
    getTranslations(),
  ]);
  const columns = columnsOf({ tab, words, now, t, common, all });
  const groups = tab === "done" ? [] : groupsOf(desk.rows, all, words);
  const table = (caption: string, rows: readonly DeskRow[], grouped: boolean) => (
    <DataTable
      key={caption}
      caption={grouped ? t("groupOf", { kind: caption, count: rows.length }) : caption}
      captionVisible={grouped}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      anchored
      empty={<EmptyState title={t(`empty.${tab}`)}>{t(`emptyHint.${tab}`)}</EmptyState>}
    />
  );
  const { page, more } = desk;
  return (
    <>
      {groups.length > 1
        ? groups.map(({ name, rows }) => table(name, rows, true))
        : table(t(`tab.${tab}`), desk.rows, false)}
      {page > 1 || more ? (
        <Pager
          first={page > 1 ? deskAddress(tab) : undefined}
          previous={page > 1 ? deskAddress(tab, page - 1) : undefined}
          next={more ? deskAddress(tab, page + 1) : undefined}
          summary={t("page", { page, shown: desk.rows.length })}
        />
      ) : null}
    </>
  );
}

/** The address of a part of the desk, at a page. */
export function deskAddress(tab: DeskTab, page = 1): string {
  const address = new URLSearchParams();
  if (tab !== "todo") address.set("tab", tab);
  if (page > 1) address.set("page", String(page));
  const text = address.toString();
  return text ? `/?${text}` : "/";
}

interface ColumnParts {
  tab: DeskTab;
  words: Words;
  now: Date;
  t: Awaited<ReturnType<typeof getTranslations<"desk">>>;
  common: Awaited<ReturnType<typeof getTranslations<"common">>>;
  all: Awaited<ReturnType<typeof getTranslations>>;
}

function columnsOf({ tab, words, now, t, common, all }: ColumnParts): Column<DeskRow>[] {
  return [
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
            <a href={`/projects/${row.project.id}`}>{titleOf(row.project, words)}</a>
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
}
