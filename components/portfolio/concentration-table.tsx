import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import type { FundingSummary } from "@/lib/portfolio/summary";

interface ConcentrationTableProps {
  own: FundingSummary;
  reported: FundingSummary | null;
}

const measures = [
  { key: "herfindahl", places: 4 },
  { key: "effectiveNumber", places: 2 },
  { key: "firstThree", places: 3 },
  { key: "gini", places: 3 },
  { key: "variation", places: 3 },
] as const;

/** How concentrated the money is, Kehe's own beside the reported. */
export async function ConcentrationTable({ own, reported }: ConcentrationTableProps) {
  const t = await getTranslations("overview");
  const text = (value: number | null, places: number) =>
    value === null ? "—" : value.toFixed(places);
  return (
    <DataTable
      caption={t("concentration.title")}
      phone="scroll"
      rows={measures}
      rowKey={(row) => row.key}
      columns={[
        {
          key: "measure",
          header: t("concentration.measure"),
          head: true,
          cell: (row) => t(`concentration.${row.key}`),
        },
        {
          key: "own",
          header: t("concentration.own"),
          align: "end",
          cell: (row) => text(own.concentration[row.key], row.places),
        },
        ...(reported
          ? [
              {
                key: "reported",
                header: t("concentration.reported"),
                align: "end" as const,
                cell: (row: (typeof measures)[number]) =>
                  text(reported.concentration[row.key], row.places),
              },
            ]
          : []),
      ]}
    />
  );
}
