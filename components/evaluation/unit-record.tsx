import { getTranslations } from "next-intl/server";
import { titleOf, type Words } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { unitRecord } from "@/lib/evaluation/consequences/queries";
import { isState } from "@/lib/lifecycle/states";
import styles from "./evaluation.module.css";

type UnitRecordDto = NonNullable<Awaited<ReturnType<typeof unitRecord>>>;

const ratingTones: Readonly<{ [rating: string]: BadgeTone }> = {
  grown: "done",
  faded: "attention",
};

/** A unit's evaluated projects, and what stands because of them. */
export async function UnitRecord({ record, words }: { record: UnitRecordDto; words: Words }) {
  const t = await getTranslations("consequences");
  return (
    <>
      <Standing record={record} words={words} />
      <Section title={t("record.projects")} bare>
        <Projects record={record} words={words} />
      </Section>
    </>
  );
}

async function Standing({ record, words }: { record: UnitRecordDto; words: Words }) {
  const t = await getTranslations("consequences");
  return (
    <Section title={t("record.standing")}>
      {record.standing.length === 0 ? (
        <p>{t("record.nothing")}</p>
      ) : (
        <ul className={styles.plain}>
          {record.standing.map((row) => (
            <li key={row.id}>
              <strong>{t(`kind.${row.kind}`)}</strong> ·{" "}
              {row.title?.[words.locale === "en" ? "en" : "zh"]}
              {" · "}
              {t("fact.to")} {row.validTo ? <DateText value={row.validTo} /> : t("fact.untilDone")}
              {" · "}
              <a href={`/projects/${row.project.id}?tab=evaluation`}>
                {titleOf(row.project, words)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

async function Projects({ record, words }: { record: UnitRecordDto; words: Words }) {
  const [t, texts] = await Promise.all([
    getTranslations("consequences"),
    getTranslations("screens-evaluation"),
  ]);
  return (
    <DataTable
      caption={t("record.projects")}
      rows={record.projects}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("record.empty")}>{t("record.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "project",
          header: t("record.project"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/projects/${row.id}?tab=evaluation`}>{titleOf(row, words)}</a>
              <span className={styles.below}>{row.number ?? "—"}</span>
            </>
          ),
        },
        { key: "year", header: t("record.year"), cell: (row) => row.year },
        {
          key: "state",
          header: t("record.state"),
          cell: (row) => (isState(row.state) ? words.state(row.state) : row.state),
        },
        {
          key: "result",
          header: t("record.result"),
          cell: (row) => words.names("acceptance_result", row.acceptanceResult ?? ""),
        },
        {
          key: "grade",
          header: t("record.grade"),
          cell: (row) =>
            row.grade ? `${words.names("grade", row.grade)} ${row.finalScore ?? ""}` : "—",
        },
        {
          key: "rating",
          header: t("record.rating"),
          cell: (row) =>
            row.followUpRating ? (
              <Badge tone={ratingTones[row.followUpRating] ?? "neutral"}>
                {texts(`rating.${row.followUpRating}`)}
              </Badge>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}
