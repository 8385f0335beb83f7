import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { LedgerView, TechnologyDto } from "@/lib/absorption/queries";
import type { ReadingsView } from "@/lib/absorption/reading-queries";
import styles from "./absorption.module.css";

interface BasisMasteryProps {
  ledger: LedgerView;
  readings: ReadingsView;
  words: Words;
}

/** AI with its terms w·m, and the readiness gained, each beside the last reading that it stands on. */
export async function BasisMastery({ ledger, readings, words }: BasisMasteryProps) {
  const t = await getTranslations("screens-absorption");
  const index = ledger.measures?.masteryIndex ?? null;
  const terms = ledger.technologies
    .map(({ weight, mastery }) => `${weight}·${mastery}`)
    .join(" + ");
  const last = (technology: TechnologyDto) =>
    readings.technologies.find(({ id }) => id === technology.id)?.readings.at(-1) ?? null;
  return (
    <Section
      title={`${t("measures.masteryIndex")} = ${index === null ? "—" : index.toFixed(3)}`}
      note={`(${terms}) ÷ 4`}
      bare
    >
      <DataTable
        caption={t("measures.masteryIndex")}
        rows={ledger.technologies}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "technology",
            header: t("technology"),
            head: true,
            cell: (row) => (words.locale === "en" && row.nameEn) || row.name,
          },
          {
            key: "weight",
            header: t("basis.weight"),
            align: "end",
            cell: (row) => row.weight,
          },
          {
            key: "mastery",
            header: t("progress.mastery"),
            cell: (row) => `${row.mastery} ${words.names("mastery", String(row.mastery))}`,
          },
          {
            key: "trl",
            header: t("basis.gain"),
            cell: (row) =>
              row.trlGain === null ? (
                "—"
              ) : (
                <>
                  {row.trlStart} → {row.trlNow}（{row.trlGain > 0 ? "+" : ""}
                  {row.trlGain}）
                  <span className={styles.touches}>{words.names("trl_scale", row.trlScaleId)}</span>
                </>
              ),
          },
          {
            key: "basis",
            header: t("progress.basis"),
            cell: (row) => {
              const reading = last(row);
              if (reading === null) return "—";
              return (
                <>
                  {reading.note}
                  {reading.evidence ? (
                    <span className={styles.touches}>{reading.evidence}</span>
                  ) : null}
                  {reading.fileId ? (
                    <a className={styles.touches} href={`/api/files/${reading.fileId}`}>
                      {t("criterion.file")}
                    </a>
                  ) : null}
                </>
              );
            },
          },
          {
            key: "asOf",
            header: t("progress.asOf"),
            nowrap: true,
            cell: (row) => <DateText value={last(row)?.asOf ?? null} />,
          },
        ]}
      />
    </Section>
  );
}
