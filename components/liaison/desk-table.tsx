import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/states";
import type { DeskLine } from "@/lib/liaison/queries";
import type { Gap } from "@/lib/liaison/rules";
import styles from "./liaison.module.css";

/** What is missing in a district's body, each as a word. */
export async function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const t = await getTranslations("liaison.gap");
  if (gaps.length === 0) return <Badge tone="done">{t("none")}</Badge>;
  return (
    <span className={styles.gaps}>
      {gaps.map((gap) => (
        <Badge key={gap} tone={gap === "no_body" ? "refused" : "attention"}>
          {t(gap)}
        </Badge>
      ))}
    </span>
  );
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** The register of all districts: who, what is missing, how much, how fast. */
export async function LiaisonTable({ rows, words }: { rows: readonly DeskLine[]; words: Words }) {
  const t = await getTranslations("liaison.desk");
  return (
    <DataTable
      caption={t("title")}
      rows={rows}
      rowKey={(row) => row.districtId}
      empty={<EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      columns={[
        {
          key: "district",
          header: t("district"),
          head: true,
          cell: (row) => (
            <>
              <a href={`/liaison/${row.districtId}`}>{words.names("district", row.districtId)}</a>
              <span className={styles.below}>{row.body?.name ?? t("noBody")}</span>
            </>
          ),
        },
        {
          key: "contact",
          header: t("contact"),
          cell: ({ body }) =>
            body ? (
              <>
                {body.contactName}
                <span className={styles.below}>
                  {t(body.dedicated ? "dedicated" : "partTime")}
                  {body.deputyName ? ` · ${t("deputy", { name: body.deputyName })}` : ""}
                </span>
              </>
            ) : (
              "—"
            ),
        },
        { key: "gaps", header: t("gaps"), cell: (row) => <Gaps gaps={row.gaps} /> },
        { key: "running", header: t("running"), align: "end", cell: (row) => row.running },
        {
          key: "load",
          header: t("load"),
          align: "end",
          cell: (row) => (row.load === null ? "—" : rounded(row.load)),
        },
        { key: "watched", header: t("watched"), align: "end", cell: (row) => row.watched },
        {
          key: "open",
          header: t("open"),
          align: "end",
          cell: (row) => (
            <>
              {row.open}
              {row.overdue > 0 ? (
                <span className={styles.below}>{t("overdue", { count: row.overdue })}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "median",
          header: t("median"),
          align: "end",
          cell: (row) => (row.medianDays === null ? "—" : rounded(row.medianDays)),
        },
        { key: "visits", header: t("visits"), align: "end", cell: (row) => row.visits },
      ]}
    />
  );
}
