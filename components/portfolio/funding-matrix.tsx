import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/figures";
import type { FundingRow, FundingSummary } from "@/lib/portfolio/summary";
import styles from "./portfolio.module.css";
import { TierBadge } from "./tier-badge";
import { YearBars } from "./year-bars";

interface FundingMatrixProps {
  summary: FundingSummary;
  words: Words;
  caption: string;
  /** Kehe's own figures lead to their projects; reported ones have none. */
  linked?: boolean;
}

/** Funding by district and year, 万元, with tiers and a picture of the years. */
export async function FundingMatrix({ summary, words, caption, linked }: FundingMatrixProps) {
  const t = await getTranslations("overview");
  const amount = (yuan: string, address: Readonly<Record<string, string>>) =>
    linked && Number(yuan) > 0 ? (
      <a href={`/projects?${new URLSearchParams(address)}`}>
        <Money yuan={yuan} />
      </a>
    ) : (
      <Money yuan={yuan} />
    );
  return (
    <div className={styles.compact}>
      <DataTable
        caption={caption}
        phone="scroll"
        rows={summary.rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: "district",
            header: t("matrix.district"),
            head: true,
            nowrap: true,
            cell: (row) => words.names("district", row.code),
          },
          ...summary.years.map((year, index) => ({
            key: String(year),
            header: String(year),
            align: "end" as const,
            cell: (row: FundingRow) =>
              amount(row.amounts[index] ?? "0", { district: row.code, funded: String(year) }),
          })),
          {
            key: "total",
            header: t("matrix.total"),
            align: "end",
            cell: (row) => amount(row.total, { district: row.code, funded: "all" }),
          },
          {
            key: "share",
            header: t("matrix.share"),
            align: "end",
            cell: (row) => percent(row.share),
          },
          { key: "tier", header: t("matrix.tier"), cell: (row) => <TierBadge tier={row.tier} /> },
          {
            key: "bars",
            header: t("matrix.years"),
            phoneHidden: true,
            cell: (row) => <YearBars amounts={row.amounts} />,
          },
        ]}
        foot={
          <>
            <tr>
              <th scope="row">{t("matrix.city")}</th>
              {summary.years.map((year, index) => (
                <td key={year} className={styles.end}>
                  {amount(summary.byYear[index] ?? "0", { funded: String(year) })}
                </td>
              ))}
              <td className={styles.end}>{amount(summary.total, { funded: "all" })}</td>
              <td className={styles.end}>{percent(summary.rows.length > 0 ? 1 : null)}</td>
              <td />
              <td>
                <YearBars amounts={summary.byYear} />
              </td>
            </tr>
            <tr className={styles.quiet}>
              <th scope="row">{t("matrix.change")}</th>
              {summary.years.map((year, index) => (
                <td key={year} className={styles.end}>
                  {index === 0 ? "—" : signed(summary.changes[index - 1] ?? null)}
                </td>
              ))}
              <td colSpan={4}>
                {summary.shape === "insufficient_points" ? t("matrix.fewPoints") : null}
              </td>
            </tr>
          </>
        }
      />
    </div>
  );
}

const percent = (value: number | null): string =>
  value === null ? "—" : `${(value * 100).toFixed(2)}%`;

const signed = (value: number | null): string =>
  value === null ? "—" : `${value > 0 ? "+" : "\u2212"}${Math.abs(value * 100).toFixed(1)}%`;
