import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { HandOverLine } from "@/lib/liaison/hand-overs";

/** Who handed what to whom, and why. */
export async function HandOverTable({
  rows,
  words,
}: {
  rows: readonly HandOverLine[];
  words: Words;
}) {
  const t = await getTranslations("liaison.handOver");
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "at",
          header: t("at"),
          nowrap: true,
          cell: (row) => <DateText value={row.at} minute />,
        },
        {
          key: "who",
          header: t("who"),
          head: true,
          cell: (row) => `${row.fromName} → ${row.toName}`,
        },
        {
          key: "office",
          header: t("office"),
          cell: (row) => (row.districtId ? words.names("district", row.districtId) : t("bureau")),
        },
        {
          key: "items",
          header: t("items"),
          cell: (row) => t("counts", { duties: row.duties, projects: row.projects }),
        },
        { key: "reason", header: t("reason"), cell: (row) => row.reason },
        { key: "by", header: t("by"), cell: (row) => row.byName },
      ]}
    />
  );
}
