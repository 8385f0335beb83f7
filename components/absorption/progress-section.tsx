import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ReadingsView } from "@/lib/absorption/reading-queries";
import styles from "./absorption.module.css";
import progress from "./progress.module.css";
import { StepLine, type StepPoint } from "./step-line";

type Technology = ReadingsView["technologies"][number];

interface ProgressSectionProps {
  readings: ReadingsView;
  words: Words;
}

/** Mastery and readiness of each technology over time, drawn and as a table. */
export async function ProgressSection({ readings, words }: ProgressSectionProps) {
  const t = await getTranslations("screens-absorption");
  const shown = readings.technologies.filter((row) => row.readings.length > 0);
  if (shown.length === 0) return null;
  return (
    <Section title={t("progress.title")} id="progress" note={t("progress.note")} bare>
      <div className={styles.stack}>
        {shown.map((technology) => (
          <OneTechnology
            key={technology.id}
            technology={technology}
            readings={readings}
            words={words}
          />
        ))}
      </div>
    </Section>
  );
}

async function OneTechnology({
  technology,
  readings,
  words,
}: ProgressSectionProps & { technology: Technology }) {
  const t = await getTranslations("screens-absorption");
  const { from, to, today } = readings;
  const name = (words.locale === "en" && technology.nameEn) || technology.name;
  const scale = words.names("trl_scale", technology.trlScaleId);
  const span = { from, to, today };
  return (
    <div className={progress.technology}>
      <h3>{name}</h3>
      <div className={progress.pair}>
        <figure>
          <figcaption>{t("progress.mastery")}</figcaption>
          <StepLine
            label={t("progress.masteryLabel", { name })}
            points={masteryPoints(technology, from)}
            highest={4}
            {...span}
          />
        </figure>
        <figure>
          <figcaption>{t("progress.readiness", { scale })}</figcaption>
          <StepLine
            label={t("progress.readinessLabel", { name, scale })}
            points={readinessPoints(technology, from)}
            highest={technology.highestTrl}
            {...span}
          />
        </figure>
      </div>
      <ReadingsTable technology={technology} name={name} words={words} />
    </div>
  );
}

/** Nothing is mastered on the first day. */
const masteryPoints = ({ readings }: Technology, from: string): StepPoint[] => [
  { day: from, level: 0 },
  ...readings.map(({ asOf, mastery }) => ({ day: asOf, level: mastery })),
];

/** The readiness that the contract starts from, then what was read. */
const readinessPoints = ({ readings, trlStart }: Technology, from: string): StepPoint[] => [
  ...(trlStart === null ? [] : [{ day: from, level: trlStart }]),
  ...readings.flatMap(({ asOf, trl }) => (trl === null ? [] : [{ day: asOf, level: trl }])),
];

async function ReadingsTable({
  technology,
  name,
  words,
}: {
  technology: Technology;
  name: string;
  words: Words;
}) {
  const t = await getTranslations("screens-absorption");
  return (
    <DataTable
      caption={t("progress.readings", { name })}
      rows={technology.readings}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "asOf",
          header: t("progress.asOf"),
          head: true,
          nowrap: true,
          cell: (row) => <DateText value={row.asOf} />,
        },
        {
          key: "mastery",
          header: t("progress.mastery"),
          cell: (row) => `${row.mastery} ${words.names("mastery", String(row.mastery))}`,
        },
        {
          key: "trl",
          header: t("progress.trl"),
          cell: (row) =>
            row.trl === null
              ? "—"
              : words.names("trl_level", `${technology.trlScaleId}-${row.trl}`),
        },
        {
          key: "basis",
          header: t("progress.basis"),
          cell: (row) => (
            <>
              {row.note}
              {row.evidence ? <span className={styles.touches}>{row.evidence}</span> : null}
              {row.fileId ? (
                <a className={styles.touches} href={`/api/files/${row.fileId}`}>
                  {t("criterion.file")}
                </a>
              ) : null}
            </>
          ),
        },
        { key: "by", header: t("progress.by"), cell: (row) => row.recordedByName },
      ]}
    />
  );
}
