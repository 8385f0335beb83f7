import { getTranslations } from "next-intl/server";
import { dutyHref, dutyText } from "@/components/project/duty-words";
import { daysUntil, titleOf, type Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { DistrictDesk } from "@/lib/liaison/district";
import { dueText } from "./due-words";
import styles from "./liaison.module.css";
import { VisitList } from "./visit-list";
import { WatchTable } from "./watch-table";

interface WorkProps {
  desk: DistrictDesk;
  words: Words;
  now: Date;
}

/** What a district's desk has to do and how it does it. */
export async function DistrictWork({ desk, words, now }: WorkProps) {
  const t = await getTranslations("liaison");
  const open = desk.watched.filter(({ untilAt }) => untilAt === null);
  return (
    <>
      <Section title={t("open.title")} note={t("open.note", { count: desk.openCount })} bare>
        <OpenItems desk={desk} words={words} now={now} />
      </Section>
      <Section title={t("times.title")} note={t("times.note")} bare>
        <ResponseTimes desk={desk} words={words} />
      </Section>
      <Section title={t("watch.title")} bare>
        <WatchTable rows={open} words={words} now={now} />
      </Section>
      <Section title={t("visit.title")}>
        {desk.visits.length === 0 ? (
          <EmptyState title={t("visit.empty")}>{t("visit.emptyHint")}</EmptyState>
        ) : (
          <VisitList visits={desk.visits} named />
        )}
      </Section>
    </>
  );
}

async function OpenItems({ desk, words, now }: WorkProps) {
  const [t, common, all] = await Promise.all([
    getTranslations("liaison.open"),
    getTranslations("common"),
    getTranslations(),
  ]);
  return (
    <DataTable
      caption={t("title")}
      rows={desk.open}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")} />}
      columns={[
        {
          key: "what",
          header: t("what"),
          head: true,
          cell: (row) => <a href={dutyHref(row)}>{dutyText(row, all, words)}</a>,
        },
        {
          key: "project",
          header: t("project"),
          cell: ({ project }) =>
            project ? (
              <>
                {titleOf(project, words)}
                <span className={styles.below}>
                  {project.number ?? "—"} · {project.unitName}
                </span>
              </>
            ) : (
              "—"
            ),
        },
        {
          key: "since",
          header: t("since"),
          nowrap: true,
          cell: (row) => <DateText value={row.since} />,
        },
        {
          key: "due",
          header: t("due"),
          nowrap: true,
          cell: (row) => (
            <>
              <DateText value={row.dueAt} />{" "}
              {row.dueAt ? <DaysLeft days={daysUntil(row.dueAt, now)} t={common} /> : null}
            </>
          ),
        },
      ]}
    />
  );
}

async function ResponseTimes({ desk, words }: Pick<WorkProps, "desk" | "words">) {
  const [t, all] = await Promise.all([getTranslations("liaison.times"), getTranslations()]);
  return (
    <DataTable
      caption={t("title")}
      rows={desk.times}
      rowKey={(row) => row.kind}
      empty={<EmptyState title={t("empty")} />}
      columns={[
        {
          key: "kind",
          header: t("kind"),
          head: true,
          cell: (row) => dueText(row.kind, all, words),
        },
        { key: "count", header: t("count"), align: "end", cell: (row) => row.count },
        { key: "median", header: t("median"), align: "end", cell: (row) => row.median },
        { key: "late", header: t("late"), align: "end", cell: (row) => row.late },
      ]}
    />
  );
}
