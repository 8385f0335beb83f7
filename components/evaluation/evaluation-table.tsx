import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { listEvaluations } from "@/lib/evaluation/queries";
import { resultTones } from "./acceptance-section";
import styles from "./evaluation.module.css";

type Row = Awaited<ReturnType<typeof listEvaluations>>[number];

const gradeTones: Readonly<Record<string, BadgeTone>> = {
  excellent: "done",
  good: "done",
  fair: "attention",
  poor: "refused",
};

/** Evaluations with grade and score; each leads to its report. */
export async function EvaluationTable({ rows, words }: { rows: readonly Row[]; words: Words }) {
  const [t, texts] = await Promise.all([
    getTranslations("overview"),
    getTranslations("screens-evaluation"),
  ]);
  return (
    <DataTable
      caption={t("evaluations.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("evaluations.empty")}>{t("evaluations.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "project",
          header: t("evaluations.project"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/projects/${row.project.id}/report`}>{row.project.title}</a>
              <span className={styles.below}>
                {row.project.number ?? "—"} · {row.project.unitName}
              </span>
            </>
          ),
        },
        {
          key: "district",
          header: t("matrix.district"),
          cell: (row) => words.names("district", row.project.districtId),
        },
        { key: "year", header: t("evaluations.year"), cell: (row) => row.project.year },
        {
          key: "result",
          header: t("evaluations.result"),
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
          header: texts("standing"),
          nowrap: true,
          cell: (row) => texts(`evaluationStatus.${row.status}`),
        },
        {
          key: "self",
          header: texts("evaluation.selfTotal"),
          align: "end",
          cell: (row) => row.selfTotal ?? "—",
        },
        {
          key: "score",
          header: texts("evaluation.total"),
          align: "end",
          cell: (row) => (row.total ? <strong>{row.total}</strong> : "—"),
        },
        {
          key: "grade",
          header: t("evaluations.grade"),
          nowrap: true,
          cell: (row) =>
            row.grade ? (
              <Badge tone={gradeTones[row.grade] ?? "neutral"}>
                {words.names("grade", row.grade)}
              </Badge>
            ) : (
              "—"
            ),
        },
        {
          key: "final",
          header: t("evaluations.finalAt"),
          nowrap: true,
          cell: (row) => <DateText value={row.finalAt} />,
        },
      ]}
    />
  );
}
