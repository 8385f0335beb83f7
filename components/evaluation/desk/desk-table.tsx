import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { DeskRow } from "@/lib/evaluation/desk/queries";
import { resultTones } from "../acceptance-section";
import styles from "../evaluation.module.css";

const gradeTones: Readonly<Record<string, BadgeTone>> = {
  excellent: "done",
  good: "done",
  fair: "attention",
  poor: "refused",
};

/** A project's title as a link to its report, with number and unit below. */
export function ReportLink({
  project,
  words,
  note,
}: {
  project: {
    id: string;
    number: string | null;
    title: string;
    titleEn: string | null;
    unitName?: string;
  };
  words: Words;
  /** Beside number and unit. */
  note?: string;
}) {
  const title = words.locale === "en" ? (project.titleEn ?? project.title) : project.title;
  return (
    <>
      <a href={`/projects/${project.id}/report`}>{title}</a>
      <span className={styles.below}>
        {[project.number ?? "—", project.unitName, note].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}

/** A grade as a badge; a dash before there is one. */
export function Grade({ grade, words }: { grade: string | null; words: Words }) {
  if (grade === null) return "—";
  return <Badge tone={gradeTones[grade] ?? "neutral"}>{words.names("grade", grade)}</Badge>;
}

/** Evaluations with grade and score; each leads to its report. */
export async function DeskTable({ rows, words }: { rows: readonly DeskRow[]; words: Words }) {
  const t = await getTranslations("evaluation-desk");
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      columns={[
        {
          key: "project",
          header: t("project"),
          head: true,
          cell: (row) => (
            <ReportLink
              project={row.project}
              words={words}
              note={row.round > 1 ? t("round", { round: row.round }) : undefined}
            />
          ),
        },
        {
          key: "district",
          header: t("filter.district"),
          cell: (row) => words.names("district", row.project.districtId),
        },
        { key: "year", header: t("filter.year"), cell: (row) => row.project.year },
        {
          key: "result",
          header: t("filter.result"),
          nowrap: true,
          cell: ({ project: { acceptanceResult: result } }) =>
            result ? (
              <Badge tone={resultTones[result] ?? "neutral"}>
                {words.names("acceptance_result", result)}
              </Badge>
            ) : (
              "—"
            ),
        },
        {
          key: "status",
          header: t("filter.status"),
          nowrap: true,
          cell: (row) => t(`status.${row.status}`),
        },
        {
          key: "self",
          header: t("self"),
          align: "end",
          cell: (row) => row.selfTotal ?? "—",
        },
        {
          key: "score",
          header: t("total"),
          align: "end",
          cell: (row) => (row.total ? <strong>{row.total}</strong> : "—"),
        },
        {
          key: "grade",
          header: t("filter.grade"),
          nowrap: true,
          cell: (row) => <Grade grade={row.grade} words={words} />,
        },
        {
          key: "final",
          header: t("finalAt"),
          nowrap: true,
          cell: (row) => <DateText value={row.finalAt} />,
        },
      ]}
    />
  );
}
