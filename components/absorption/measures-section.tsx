import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { LinkButton } from "@/components/ui/button";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, Figure, Money, Stat, Stats } from "@/components/ui/figures";
import type { LedgerView } from "@/lib/absorption/queries";
import styles from "./absorption.module.css";

/** The measures of a ledger: mastery, absorption ratio, localisation with its basis, readiness gained. */
export async function MeasuresSection({ ledger, words }: { ledger: LedgerView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  const { measures } = ledger;
  if (measures === null) return null;
  const overdue = ledger.technologies
    .flatMap((technology) => technology.links)
    .filter((link) => link.overdueDays > 0);
  const worst = Math.max(0, ...overdue.map((link) => link.overdueDays));
  return (
    <Section
      title={t("measures.title")}
      note={t("measures.note")}
      actions={
        <LinkButton size="small" href={`/projects/${ledger.projectId}/basis`}>
          {t("basis.open")}
        </LinkButton>
      }
      bare
    >
      <div className={styles.stack}>
        <Stats>
          <Stat
            label={t("measures.closedLinks")}
            value={`${measures.closedLinks} / ${measures.allLinks}`}
          />
          <Stat
            label={t("measures.overdueLinks")}
            value={overdue.length}
            alarm={overdue.length > 0}
            note={overdue.length > 0 ? t("measures.longest", { days: worst }) : undefined}
          />
          <Stat
            label={t("measures.masteryIndex")}
            value={ratio(measures.masteryIndex, 3)}
            note={t("measures.masteryNote")}
          />
          <Stat
            label={t("measures.absorptionRatio")}
            value={ratio(measures.absorptionRatio, 2)}
            note={t("measures.ratioNote")}
          />
        </Stats>
        <CostLine ledger={ledger} words={words} />
        <LocalisationTable ledger={ledger} />
        <ReadinessTable ledger={ledger} words={words} />
      </div>
    </Section>
  );
}

const ratio = (value: number | null, places: number): string =>
  value === null ? "—" : value.toFixed(places);

async function CostLine({ ledger, words }: { ledger: LedgerView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  const costs = ledger.measures?.costs;
  if (!costs) return null;
  const cells = { ...costs, id: "costs" };
  const columns = [
    ["import", "imported"],
    ["digest", "digested"],
    ["absorb", "absorbed"],
    ["reinnovate", "reinnovated"],
  ] as const;
  return (
    <DataTable
      caption={t("measures.costs")}
      captionVisible
      phone="scroll"
      rows={[cells]}
      rowKey={(row) => row.id}
      columns={columns.map(([link, key]) => ({
        key: link,
        header: words.names("ledger_link", link),
        align: "end" as const,
        cell: (row: typeof cells) => <Money yuan={row[key]} />,
      }))}
    />
  );
}

async function LocalisationTable({ ledger }: { ledger: LedgerView }) {
  const [t, common] = await Promise.all([
    getTranslations("screens-absorption"),
    getTranslations("common"),
  ]);
  const rows = ledger.measures?.localisation ?? [];
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption={t("measures.localisation")}
      captionVisible
      rows={rows}
      rowKey={(row) => row.technologyId}
      columns={[
        { key: "technology", header: t("technology"), head: true, cell: (row) => row.technology },
        {
          key: "percent",
          header: t("measures.localisationRate"),
          align: "end",
          cell: (row) => <Figure value={row.percent} unit="%" places={1} />,
        },
        {
          key: "imported",
          header: t("measures.importedParts"),
          align: "end",
          cell: (row) => <Figure value={row.imported} unit={common("unit.yuan")} />,
        },
        {
          key: "total",
          header: t("measures.allParts"),
          align: "end",
          cell: (row) => <Figure value={row.total} unit={common("unit.yuan")} />,
        },
        { key: "basis", header: t("figure.basis"), cell: (row) => row.basis },
        { key: "asOf", header: t("figure.asOf"), cell: (row) => <DateText value={row.asOf} /> },
      ]}
    />
  );
}

async function ReadinessTable({ ledger, words }: { ledger: LedgerView; words: Words }) {
  const t = await getTranslations("screens-absorption");
  const scales = ledger.measures?.readiness ?? [];
  return scales.map((scale) => (
    <DataTable
      key={scale.scaleId}
      caption={t("measures.readiness", { scale: words.names("trl_scale", scale.scaleId) })}
      captionVisible
      rows={scale.technologies}
      rowKey={(row) => row.technologyId}
      columns={[
        { key: "technology", header: t("technology"), head: true, cell: (row) => row.technology },
        ...(["start", "now"] as const).map((key) => ({
          key,
          header: t(`measures.${key}`),
          cell: (row: (typeof scale.technologies)[number]) =>
            row[key] === null ? "—" : words.names("trl_level", `${scale.scaleId}-${row[key]}`),
        })),
        {
          key: "gain",
          header: t("measures.gain"),
          align: "end",
          cell: (row) => (row.gain === null ? "—" : signed(row.gain)),
        },
      ]}
    />
  ));
}

const signed = (gain: number): string => (gain > 0 ? `+${gain}` : String(gain));
