import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { formatWan } from "@/components/ui/format";
import type { IncentivesView } from "@/lib/absorption/incentives/queries";
import type { RecordsView } from "@/lib/absorption/records/queries";
import { formatWanYuan } from "@/lib/kernel/money";

interface BasisRecordsProps {
  records: RecordsView;
  incentives: IncentivesView;
  words: Words;
}

/** Counts of records by the district's word, and incentives with how each was computed. */
export async function BasisRecords({ records, incentives, words }: BasisRecordsProps) {
  const t = await getTranslations("screens-absorption");
  const kinds = [
    { id: "rights", rows: records.rights },
    { id: "people", rows: records.people },
    { id: "registrations", rows: records.registrations },
  ] as const;
  const reviews = ["confirmed", "recorded", "returned"] as const;
  const shown = incentives.claims.filter(
    ({ status }) => status !== "refused" && status !== "withdrawn",
  );
  return (
    <Section title={t("basis.counts")} note={t("basis.countsNote")} bare>
      <DataTable
        caption={t("basis.counts")}
        phone="scroll"
        rows={kinds}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "kind",
            header: t("record.type"),
            head: true,
            cell: (row) => t(`record.${row.id}`),
          },
          ...reviews.map((review) => ({
            key: review,
            header: t(`recordReview.${review}`),
            align: "end" as const,
            cell: ({ rows }: (typeof kinds)[number]) => countOf(rows, review),
          })),
        ]}
      />
      {shown.length > 0 ? (
        <DataTable
          caption={t("incentive.title")}
          captionVisible
          rows={shown}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "rule",
              header: t("incentive.rule"),
              head: true,
              cell: (row) => (words.locale === "en" && row.title.en) || row.title.zh,
            },
            {
              key: "computed",
              header: t("incentive.computed"),
              cell: (row) =>
                row.rate === null
                  ? "—"
                  : t("incentive.computation", {
                      cost: formatWan(row.baseCost),
                      percent: Number((Number(row.rate) * 100).toFixed(2)),
                    }),
            },
            {
              key: "amount",
              header: t("incentive.amount"),
              align: "end",
              cell: (row) => formatWanYuan(row.amount, { least: 1 }),
            },
            {
              key: "standing",
              header: t("incentive.standing"),
              cell: (row) => t(`incentiveStatus.${row.status}`),
            },
          ]}
        />
      ) : null}
    </Section>
  );
}

const countOf = (rows: readonly { review: string }[], review: string): number =>
  rows.filter((row) => row.review === review).length;
