import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import type { HistoricalProjectRow } from "@/lib/library/paper/queries";
import styles from "./portfolio.module.css";
import { SourceNotes } from "./source-notes";

interface ListedProjectsProps {
  rows: readonly HistoricalProjectRow[];
  words: Words;
}

/** The projects that the paper lists, by country and industry: history, outside life-cycle and sums. */
export async function ListedProjects({ rows, words }: ListedProjectsProps) {
  const t = await getTranslations("overview");
  const countries = [...new Set(rows.map((row) => row.countryCode))];
  const industries = [...new Set(rows.map((row) => row.industryCode))];
  const count = (country: string | null, industry: string | null) =>
    rows.filter(
      (row) =>
        (country === null || row.countryCode === country) &&
        (industry === null || row.industryCode === industry),
    ).length;
  return (
    <Section title={t("listed.title")} note={t("listed.note", { count: rows.length })} bare>
      <div className={styles.historical}>
        <DataTable
          caption={t("listed.matrix")}
          phone="scroll"
          rows={countries.map((id) => ({ id }))}
          rowKey={(row) => row.id}
          columns={[
            {
              key: "country",
              header: t("listed.country"),
              head: true,
              cell: (row) => words.names("country", row.id),
            },
            ...industries.map((industry) => ({
              key: industry,
              header: words.names("industry", industry),
              align: "end" as const,
              cell: (row: { id: string }) => count(row.id, industry) || "—",
            })),
            {
              key: "total",
              header: t("matrix.total"),
              align: "end" as const,
              cell: (row) => count(row.id, null),
            },
          ]}
          foot={
            <tr>
              <th scope="row">{t("matrix.total")}</th>
              {industries.map((industry) => (
                <td key={industry} className={styles.end}>
                  {count(null, industry)}
                </td>
              ))}
              <td className={styles.end}>{rows.length}</td>
            </tr>
          }
        />
        <details className={styles.fold} data-screen-only>
          <summary>{t("listed.open")}</summary>
          <DataTable
            caption={t("listed.title")}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "n", header: t("listed.position"), cell: (row) => row.position },
              {
                key: "title",
                header: t("listed.project"),
                head: true,
                cell: (row) => (
                  <>
                    <span lang="zh">{row.title}</span>
                    {row.correctedTitle ? (
                      <span className={styles.sub} lang="zh">
                        {t("listed.corrected", { title: row.correctedTitle })}
                      </span>
                    ) : null}
                  </>
                ),
              },
              {
                key: "country",
                header: t("listed.country"),
                cell: (row) => words.names("country", row.countryCode),
              },
              {
                key: "industry",
                header: t("listed.industry"),
                cell: (row) => words.names("industry", row.industryCode),
              },
            ]}
          />
        </details>
        <SourceNotes beside="table1" words={words} />
      </div>
    </Section>
  );
}
