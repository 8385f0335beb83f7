import { getTranslations } from "next-intl/server";
import { type Column, DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft, Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { MiniTrack } from "@/components/ui/track";
import { WarningMarks } from "@/components/warnings/warning-marks";
import { type Actor, holds } from "@/lib/access/actor";
import { isState, stageIds } from "@/lib/lifecycle/states";
import { listAddress, type ProjectFilter, type Sort } from "@/lib/project/filter";
import type { ProjectListRow, ProjectPage } from "@/lib/project/list";
import styles from "./project.module.css";
import { segmentStates } from "./track-model";
import { daysUntil, titleOf, type Words } from "./words";

interface ProjectTableProps {
  page: ProjectPage;
  /** Open warnings by project; absent for readers who see none. */
  marks?: ReadonlyMap<string, { red: number; amber: number }>;
  filter: ProjectFilter;
  actor: Actor;
  words: Words;
  now: Date;
}

/** A page of projects: what it is, where it stands, until when. */
export async function ProjectTable(props: ProjectTableProps) {
  const { page, marks, filter, actor, words, now } = props;
  const [t, common] = await Promise.all([getTranslations("projects"), getTranslations("common")]);
  const columns: Column<ProjectListRow>[] = [
    {
      key: "title",
      header: t("column.title"),
      head: true,
      cell: (row) => (
        <>
          <a className={styles.title} href={`/projects/${row.id}`}>
            {titleOf(row, words)}
          </a>
          <span className={styles.sub}>
            {row.number ?? t("unnumbered")} · {row.unitName}
          </span>
        </>
      ),
    },
    {
      key: "district",
      header: t("column.district"),
      nowrap: true,
      cell: (row) => words.names("district", row.districtId),
    },
    {
      key: "country",
      header: t("column.country"),
      nowrap: true,
      cell: (row) => words.names("country", row.countryCode),
    },
    {
      key: "place",
      header: t("column.place"),
      nowrap: true,
      cell: (row) => (
        <>
          <Place row={row} words={words} />
          <WarningMarks mark={marks?.get(row.id)} />
        </>
      ),
    },
    {
      key: "due",
      header: t("column.due"),
      nowrap: true,
      sort: sorting(filter, "due", "ascending"),
      cell: (row) => (
        <>
          <DateText value={row.dueAt} />{" "}
          {row.dueAt ? <DaysLeft days={daysUntil(row.dueAt, now)} t={common} /> : null}
        </>
      ),
    },
    {
      key: "grant",
      header: t("column.grant"),
      align: "end",
      nowrap: true,
      sort: sorting(filter, "grant", "descending"),
      cell: (row) => <Money yuan={row.grantAmount.toString()} />,
    },
    {
      key: "updated",
      header: t("column.updated"),
      nowrap: true,
      phoneHidden: true,
      sort: sorting(filter, "updated", "descending"),
      cell: (row) => <DateText value={row.updatedAt} />,
    },
  ];
  return (
    <DataTable
      caption={t("list.caption")}
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={<NoProjects filter={filter} actor={actor} />}
    />
  );
}

function Place({ row, words }: { row: ProjectListRow; words: Words }) {
  if (!isState(row.state)) return null;
  const standing = segmentStates(row.state, "call");
  return (
    <MiniTrack
      segments={stageIds.map((stage, index) => ({ stage, state: standing[index] ?? "ahead" }))}
      place={words.state(row.state)}
    />
  );
}

function sorting(filter: ProjectFilter, sort: Sort, direction: "ascending" | "descending") {
  return {
    href: listAddress(filter, { sort }),
    ...(filter.sort === sort ? { direction } : {}),
  };
}

async function NoProjects({ filter, actor }: { filter: ProjectFilter; actor: Actor }) {
  const t = await getTranslations("projects");
  const { sort: _sort, ...conditions } = filter;
  const filtered = Object.values(conditions).some((value) => value !== undefined);
  if (filtered) return <EmptyState title={t("list.empty")}>{t("list.emptyHint")}</EmptyState>;
  const hint = holds(actor, "filler", "unit_admin") ? "list.noneApplicantHint" : "list.noneHint";
  return <EmptyState title={t("list.none")}>{t(hint)}</EmptyState>;
}
