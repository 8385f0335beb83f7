import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import type { RiskCount } from "@/lib/warnings/board";
import { type RiskFilter, riskAddress } from "@/lib/warnings/filter";
import { type WarningRuleId, warningRuleIds } from "@/lib/warnings/rules";
import styles from "./warnings.module.css";

interface RiskCountsProps {
  counts: readonly RiskCount[];
  filter: RiskFilter;
}

interface Row {
  rule: WarningRuleId;
  red: number;
  amber: number;
}

/** Open warnings by reason and level; each figure leads to its warnings. */
export async function RiskCounts({ counts, filter }: RiskCountsProps) {
  const t = await getTranslations("warnings");
  const of = (rule: string, level: string) =>
    counts.find((row) => row.rule === rule && row.level === level)?.count ?? 0;
  const rows = warningRuleIds
    .map((rule): Row => ({ rule, red: of(rule, "red"), amber: of(rule, "amber") }))
    .filter(({ red, amber }) => red + amber > 0);
  const sum = (level: "red" | "amber") => rows.reduce((all, row) => all + row[level], 0);
  return (
    <DataTable
      caption={t("counts")}
      phone="scroll"
      rows={rows}
      rowKey={(row) => row.rule}
      empty={null}
      columns={[
        {
          key: "rule",
          header: t("column.rule"),
          head: true,
          cell: ({ rule }) => (
            <a href={riskAddress(filter, { rule, level: undefined })}>{t(`rule.${rule}`)}</a>
          ),
        },
        {
          key: "red",
          header: t("level.red"),
          align: "end",
          cell: ({ rule, red }) =>
            red > 0 ? (
              <a className={styles.red} href={riskAddress(filter, { rule, level: "red" })}>
                {red}
              </a>
            ) : (
              "—"
            ),
        },
        {
          key: "amber",
          header: t("level.amber"),
          align: "end",
          cell: ({ rule, amber }) =>
            amber > 0 ? <a href={riskAddress(filter, { rule, level: "amber" })}>{amber}</a> : "—",
        },
      ]}
      foot={
        <tr>
          <th scope="row">{t("all")}</th>
          <Sum value={sum("red")} />
          <Sum value={sum("amber")} />
        </tr>
      }
    />
  );
}

const Sum = ({ value }: { value: number }) => <td style={{ textAlign: "end" }}>{value}</td>;
