import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import type { DistrictStanding, StandingCount } from "@/lib/reports/unreported";
import styles from "./reports.module.css";

const counts = ["all", "owing", "returned", "overdue", "withDistrict", "withBureau"] as const;

interface StandingsTableProps {
  standings: readonly DistrictStanding[];
  year: number;
  words: Words;
}

/** How many units of each district have not reported, and where the others' forms are. */
export async function StandingsTable({ standings, year, words }: StandingsTableProps) {
  const t = await getTranslations("screens-reports.units");
  const sum = (count: StandingCount) => standings.reduce((total, row) => total + row[count], 0);
  return (
    <DataTable
      caption={t("byDistrict")}
      captionVisible
      phone="scroll"
      rows={standings}
      rowKey={(row) => row.districtId}
      columns={[
        {
          key: "district",
          header: t("district"),
          head: true,
          nowrap: true,
          cell: (row) => (
            <a href={`/yearly?year=${year}&district=${row.districtId}`}>
              {words.names("district", row.districtId)}
            </a>
          ),
        },
        ...counts.map((count) => ({
          key: count,
          header: t(count),
          align: "end" as const,
          cell: (row: DistrictStanding) => row[count],
        })),
      ]}
      foot={
        standings.length > 1 ? (
          <tr>
            <th scope="row">{t("total")}</th>
            {counts.map((count) => (
              <td key={count} className={styles.end}>
                {sum(count)}
              </td>
            ))}
          </tr>
        ) : null
      }
    />
  );
}
