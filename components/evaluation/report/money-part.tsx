import { getTranslations } from "next-intl/server";
import { formatWan } from "@/components/ui/format";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** Money as planned, paid and spent, 万元. */
export async function MoneyPart({ report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  const keys = ["grant", "own", "budget", "adjustedBudget", "paid", "spent"] as const;
  const execution = report.subtotals.find(({ key }) => key === "execution");
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.money")}
      </h3>
      <table className={styles.table}>
        <caption className="visuallyHidden">{t("paper.money")}</caption>
        <thead>
          <tr>
            {keys.map((key) => (
              <th key={key} scope="col" className={styles.number}>
                {t(`money.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {keys.map((key) => (
              <td key={key} className={styles.number}>
                {formatWan(report.money[key])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p>
        {t("paper.moneyNote", {
          budget: formatWan(report.budget),
          spent: formatWan(report.spent),
          score: execution?.score ?? "—",
        })}
      </p>
    </section>
  );
}
