import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { Figure, Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { outcomeTotals } from "@/lib/evaluation/follow-up/conversion";
import type { Conversion } from "@/lib/evaluation/follow-up/conversion-rules";
import { followUpRatings } from "@/lib/evaluation/follow-up/rules";

interface ConversionPartProps {
  conversion: Conversion;
  totals: Awaited<ReturnType<typeof outcomeTotals>>;
  ratings: Readonly<{ [rating: string]: number }>;
  words: Words;
}

/** Conversion by district and year, the later projects behind it, ratings and outcomes. */
export async function ConversionPart({ conversion, totals, ratings, words }: ConversionPartProps) {
  const [t, texts, common] = await Promise.all([
    getTranslations("follow-up"),
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  return (
    <>
      <Section title={t("ratings")} note={t("ratingsNote")}>
        <Facts
          items={followUpRatings.map((rating) => ({
            label: texts(`rating.${rating}`),
            value: <Figure value={ratings[rating] ?? 0} />,
          }))}
        />
      </Section>
      <Section title={t("conversion.title")} note={t("conversion.note")} bare>
        <ConversionTable conversion={conversion} words={words} />
      </Section>
      {conversion.upperProjects.length > 0 ? (
        <Section title={t("upper.title")} bare>
          <UpperProjects conversion={conversion} words={words} />
        </Section>
      ) : null}
      <Section title={t("totals")} note={t("totalsNote")}>
        {totals.length === 0 ? (
          <p>{t("noTotals")}</p>
        ) : (
          <Facts
            items={totals.map(({ kind, amount, count }) => ({
              label: texts(`outcomeKind.${kind}`),
              value: (
                <>
                  {count === null ? null : <Figure value={count} />}
                  {count !== null && amount !== null ? " · " : null}
                  {amount === null ? null : <Money yuan={amount} unit={common("unit.wan")} />}
                </>
              ),
            }))}
          />
        )}
      </Section>
    </>
  );
}

async function ConversionTable({ conversion, words }: { conversion: Conversion; words: Words }) {
  const t = await getTranslations("follow-up");
  const rows = conversion.total ? [...conversion.rows, conversion.total] : [];
  const percent = (rate: string | null) => (rate === null ? "—" : `${rate}%`);
  return (
    <DataTable
      caption={t("conversion.title")}
      rows={rows}
      rowKey={({ districtId, year }) => `${districtId}-${year}`}
      phone="scroll"
      empty={<EmptyState title={t("conversion.empty")}>{t("conversion.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "district",
          header: t("conversion.district"),
          head: true,
          cell: ({ districtId }) =>
            districtId === "" ? t("conversion.total") : words.names("district", districtId),
        },
        { key: "year", header: t("conversion.year"), cell: ({ year }) => (year === 0 ? "" : year) },
        {
          key: "projects",
          header: t("conversion.projects"),
          align: "end",
          cell: (row) => <Figure value={row.projects} />,
        },
        {
          key: "grown",
          header: t("conversion.grown"),
          align: "end",
          cell: (row) => <Figure value={row.grown} />,
        },
        {
          key: "rate",
          header: t("conversion.rate"),
          align: "end",
          cell: (row) => percent(row.rate),
        },
        {
          key: "grant",
          header: t("conversion.grant"),
          align: "end",
          cell: (row) => <Money yuan={row.grant} />,
        },
        {
          key: "upper",
          header: t("conversion.upper"),
          align: "end",
          cell: (row) => <Money yuan={row.upper} />,
        },
        {
          key: "perYuan",
          header: t("conversion.perYuan"),
          align: "end",
          cell: (row) => row.perYuan ?? "—",
        },
      ]}
    />
  );
}

async function UpperProjects({ conversion, words }: { conversion: Conversion; words: Words }) {
  const [t, texts] = await Promise.all([
    getTranslations("follow-up"),
    getTranslations("screens-evaluation"),
  ]);
  return (
    <DataTable
      caption={t("upper.title")}
      rows={conversion.upperProjects}
      rowKey={(row) => `${row.projectId} ${row.number ?? row.title}`}
      columns={[
        {
          key: "upper",
          header: t("upper.later"),
          head: true,
          cell: (row) => [row.title, row.number].filter(Boolean).join(" · "),
        },
        {
          key: "level",
          header: t("upper.level"),
          cell: (row) => (row.level ? texts(`level.${row.level}`) : "—"),
        },
        {
          key: "amount",
          header: t("upper.amount"),
          align: "end",
          cell: (row) => <Money yuan={row.amount} />,
        },
        {
          key: "from",
          header: t("upper.from"),
          cell: (row) => (
            <a href={`/projects/${row.projectId}?tab=evaluation`}>{row.projectTitle}</a>
          ),
        },
        {
          key: "district",
          header: t("conversion.district"),
          cell: (row) => words.names("district", row.districtId),
        },
      ]}
    />
  );
}
