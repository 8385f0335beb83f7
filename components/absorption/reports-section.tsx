import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import { StepLinks } from "@/components/project/step-links";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { midTermChecksOf, ReportRow } from "@/lib/absorption/report-queries";
import styles from "./absorption.module.css";

type Check = NonNullable<Awaited<ReturnType<typeof midTermChecksOf>>>[number];

interface ReportsSectionProps {
  projectId: string;
  reports: readonly ReportRow[];
  /** What the bureau may set going: a mid-term check, a proposal to suspend. */
  actions: readonly string[];
  checks: readonly Check[];
}

const reportTones: Readonly<Record<string, BadgeTone>> = {
  submitted: "waiting",
  district_confirmed: "waiting",
  closed: "done",
};

/** The annual reports, and the mid-term check where there is one. */
export async function ReportsSection({ projectId, reports, checks, actions }: ReportsSectionProps) {
  const t = await getTranslations("screens-absorption");
  return (
    <Section
      title={t("report.title")}
      note={t("report.note")}
      actions={<StepLinks projectId={projectId} actions={actions} />}
      bare
    >
      <div className={styles.stack}>
        <DataTable
          caption={t("report.title")}
          rows={reports}
          rowKey={(row) => row.id}
          empty={<p>{t("report.empty")}</p>}
          columns={[
            {
              key: "year",
              header: t("report.year"),
              head: true,
              cell: (row) => t("report.of", { year: String(row.period) }),
            },
            {
              key: "standing",
              header: t("report.standing"),
              cell: (row) => <ReportStanding row={row} />,
            },
            {
              key: "due",
              header: t("report.due"),
              nowrap: true,
              cell: (row) => <DateText value={row.dueAt} />,
            },
            {
              key: "submitted",
              header: t("report.submitted"),
              nowrap: true,
              cell: (row) => <DateText value={row.submittedAt} />,
            },
            {
              key: "confirmed",
              header: t("report.confirmed"),
              cell: (row) =>
                row.confirmedByName ? (
                  <>
                    {row.confirmedByName} <DateText value={row.confirmedAt} />
                  </>
                ) : (
                  "—"
                ),
            },
            ...stepColumn(t("steps"), projectId, reports, (row) => ({
              reportId: row.id,
              version: row.version,
            })),
          ]}
        />
        {checks.length > 0 ? <MidTermTable projectId={projectId} checks={checks} /> : null}
      </div>
    </Section>
  );
}

async function ReportStanding({ row }: { row: ReportRow }) {
  const t = await getTranslations("screens-absorption");
  if (row.overdue) return <Badge tone="refused">{t("report.overdue")}</Badge>;
  const returned = row.status === "open" && row.returnedReason !== null;
  return (
    <>
      <Badge tone={returned ? "attention" : (reportTones[row.status] ?? "neutral")}>
        {t(`reportStatus.${returned ? "returned" : row.status}`)}
      </Badge>
      {returned ? <span className={styles.sub}> {row.returnedReason}</span> : null}
    </>
  );
}

const resultTones: Readonly<Record<string, BadgeTone>> = {
  ok: "done",
  warn: "attention",
  fail: "refused",
};

async function MidTermTable({
  projectId,
  checks,
}: {
  projectId: string;
  checks: readonly Check[];
}) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("midTerm.title")}
      captionVisible
      rows={checks}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "due",
          header: t("midTerm.due"),
          head: true,
          cell: (row) => <DateText value={row.dueAt} />,
        },
        {
          key: "standing",
          header: t("report.standing"),
          cell: (row) => (
            <Badge tone={row.result ? (resultTones[row.result] ?? "neutral") : "neutral"}>
              {row.result ? t(`midTermResult.${row.result}`) : t(`midTermStatus.${row.status}`)}
            </Badge>
          ),
        },
        {
          key: "marks",
          header: t("midTerm.marks"),
          cell: (row) => (row.marks ? marksText(row.marks, t) : "—"),
        },
        { key: "opinion", header: t("midTerm.opinion"), cell: (row) => row.opinion ?? "—" },
        {
          key: "by",
          header: t("midTerm.checked"),
          cell: (row) =>
            row.checkedByName ? (
              <>
                {row.checkedByName} <DateText value={row.checkedAt} />
              </>
            ) : (
              "—"
            ),
        },
        ...stepColumn(t("steps"), projectId, checks, (row) => ({
          checkId: row.id,
          version: row.version,
        })),
      ]}
    />
  );
}

const markNames = ["scope", "time", "cost", "absorption", "risk", "planning"] as const;

/** Each mark by its name, in the order in which they are given. */
const marksText = (
  marks: NonNullable<Check["marks"]>,
  t: Awaited<ReturnType<typeof getTranslations<"screens-absorption">>>,
): string =>
  markNames
    .map((name) => t("midTerm.mark", { name: t(`midTerm.of.${name}`), mark: marks[name] }))
    .join(t("midTerm.between"));
