import { getTranslations } from "next-intl/server";
import { daysUntil, type Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DaysLeft } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import { type DeskFilter, deskAddress } from "@/lib/evaluation/desk/filter";
import type { gradesByDistrict, lateEvaluations, worstLines } from "@/lib/evaluation/desk/queries";
import { rateOf } from "@/lib/evaluation/desk/rules";
import { grades } from "@/lib/evaluation/scoring/rule";
import { ReportLink } from "./desk-table";

type Counts = Awaited<ReturnType<typeof gradesByDistrict>>;

interface GradeRow {
  key: string;
  name: string;
  district: string | undefined;
  counts: Readonly<Record<string, number>>;
  total: number;
}

function gradeRows(counts: Counts, words: Words, all: string): GradeRow[] {
  const row = (key: string, name: string, district: string | undefined, own: Counts): GradeRow => ({
    key,
    name,
    district,
    counts: Object.fromEntries(
      grades.map((grade) => [
        grade,
        own.filter((each) => each.grade === grade).reduce((sum, each) => sum + each.count, 0),
      ]),
    ),
    total: own.reduce((sum, each) => sum + each.count, 0),
  });
  const districts = [...new Set(counts.map(({ districtId }) => districtId))];
  return [
    ...districts.map((id) =>
      row(
        id,
        words.names("district", id),
        id,
        counts.filter(({ districtId }) => districtId === id),
      ),
    ),
    ...(districts.length > 1 ? [row("all", all, undefined, counts)] : []),
  ];
}

/** How many projects of each district got which grade; each figure opens its list. */
export async function GradesSection({
  counts,
  filter,
  words,
}: {
  counts: Counts;
  filter: DeskFilter;
  words: Words;
}) {
  const t = await getTranslations("evaluation-desk");
  const link = (row: GradeRow, grade?: string) =>
    deskAddress(filter, {
      ...(row.district ? { district: row.district } : {}),
      ...(grade ? { grade } : { status: "final" }),
    });
  return (
    <Section title={t("grades.title")} note={t("grades.note")} bare>
      <DataTable
        caption={t("grades.title")}
        phone="scroll"
        rows={gradeRows(counts, words, t("grades.city"))}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t("grades.empty")} />}
        columns={[
          { key: "district", header: t("grades.district"), head: true, cell: (row) => row.name },
          ...grades.map((grade) => ({
            key: grade,
            header: words.names("grade", grade),
            align: "end" as const,
            cell: (row: GradeRow) => {
              const count = row.counts[grade] ?? 0;
              return count > 0 ? <a href={link(row, grade)}>{count}</a> : "0";
            },
          })),
          {
            key: "total",
            header: t("grades.total"),
            align: "end",
            cell: (row) => <a href={link(row)}>{row.total}</a>,
          },
          {
            key: "fine",
            header: t("grades.fine"),
            align: "end",
            cell: ({ counts: of, total }) =>
              `${rateOf(String((of.excellent ?? 0) + (of.good ?? 0)), String(total))}%`,
          },
        ]}
      />
    </Section>
  );
}

/** The indicators that lose most points over all final evaluations in the filter. */
export async function WorstSection({
  rows,
  words,
}: {
  rows: Awaited<ReturnType<typeof worstLines>>;
  words: Words;
}) {
  const t = await getTranslations("evaluation-desk");
  return (
    <Section title={t("worst.title")} note={t("worst.note")} bare>
      <DataTable
        caption={t("worst.title")}
        rows={rows}
        rowKey={(row) => row.code}
        empty={<EmptyState title={t("worst.empty")} />}
        columns={[
          {
            key: "indicator",
            header: t("worst.indicator"),
            head: true,
            cell: (row) => `${row.code} ${words.locale === "en" ? row.en : row.zh}`,
          },
          { key: "lost", header: t("worst.lost"), align: "end", cell: (row) => row.lost },
          { key: "rate", header: t("worst.rate"), align: "end", cell: (row) => `${row.rate}%` },
          {
            key: "projects",
            header: t("worst.projects"),
            align: "end",
            cell: (row) => row.projects,
          },
          {
            key: "cause",
            header: t("worst.cause"),
            cell: (row) => (row.cause ? words.names("deviation_cause", row.cause) : "—"),
          },
        ]}
      />
    </Section>
  );
}

/** Evaluations over their due date, the longest first. */
export async function LateSection({
  rows,
  words,
  now,
}: {
  rows: Awaited<ReturnType<typeof lateEvaluations>>;
  words: Words;
  now: Date;
}) {
  const [t, common] = await Promise.all([
    getTranslations("evaluation-desk"),
    getTranslations("common"),
  ]);
  return (
    <Section title={t("late.title")} bare>
      <DataTable
        caption={t("late.title")}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("late.empty")} />}
        columns={[
          {
            key: "project",
            header: t("project"),
            head: true,
            cell: (row) => <ReportLink project={row.project} words={words} />,
          },
          {
            key: "district",
            header: t("filter.district"),
            cell: (row) => words.names("district", row.project.districtId),
          },
          {
            key: "turn",
            header: t("late.turn"),
            cell: (row) => (row.project.turnRole ? words.role(row.project.turnRole) : "—"),
          },
          {
            key: "days",
            header: t("late.days"),
            nowrap: true,
            cell: (row) => <DaysLeft days={daysUntil(row.project.dueAt, now)} t={common} />,
          },
        ]}
      />
    </Section>
  );
}
