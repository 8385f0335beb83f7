import { getTranslations } from "next-intl/server";
import { Grade } from "@/components/evaluation/desk/desk-table";
import type { Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/states";
import type { listCarriers } from "@/lib/evaluation/carriers/queries";

type Row = Awaited<ReturnType<typeof listCarriers>>[number];

/** Where a carrier sits: its district, or its country. */
export const placeOf = (
  row: { districtId: string | null; countryCode: string | null },
  words: Words,
): string =>
  words.names("district", row.districtId) || words.names("country", row.countryCode) || "—";

/** Intermediaries and platforms with what they contributed. */
export async function CarrierTable({ rows, words }: { rows: readonly Row[]; words: Words }) {
  const t = await getTranslations("carriers");
  return (
    <DataTable
      caption={t("screen.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("screen.empty")}>{t("screen.emptyHint")}</EmptyState>}
      columns={[
        {
          key: "name",
          header: t("screen.name"),
          head: true,
          cell: (row) => (
            <a href={`/carriers/${row.id}`}>
              {words.locale === "en" ? (row.nameEn ?? row.name) : row.name}
            </a>
          ),
        },
        { key: "kind", header: t("screen.kind"), cell: (row) => t(`options.kind.${row.kind}`) },
        { key: "place", header: t("screen.place"), cell: (row) => placeOf(row, words) },
        ...(["brought", "transferred", "outcomes", "waiting"] as const).map((key) => ({
          key,
          header: t(`screen.${key}`),
          align: "end" as const,
          cell: (row: Row) => row[key],
        })),
        {
          key: "last",
          header: t("screen.last"),
          cell: (row) =>
            row.last ? (
              <>
                <Grade grade={row.last.grade} words={words} />{" "}
                {t("screen.lastOf", { year: String(row.last.year), total: row.last.total ?? "—" })}
              </>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}
