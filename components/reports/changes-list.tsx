import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { formatDate, formatWan } from "@/components/ui/format";
import type { YearlyItem } from "@/lib/reports/queries";
import styles from "./reports.module.css";

type Changes = NonNullable<YearlyItem["changes"]>;
type Change = Changes[number];

interface ChangesListProps {
  item: Pick<YearlyItem, "changes" | "previousPeriod">;
  words: Words;
}

/** What Kehe has recorded since the last report, so that the unit states only the rest. */
export async function ChangesList({ item, words }: ChangesListProps) {
  const [t, ledger] = await Promise.all([
    getTranslations("screens-reports.changes"),
    getTranslations("screens-absorption"),
  ]);
  const { changes, previousPeriod } = item;
  if (changes === null) return <p className={styles.changes}>{t("tracking")}</p>;
  const text = (change: Change): string => {
    switch (change.what) {
      case "link": {
        const { technology, status, on } = change;
        const values = {
          technology,
          link: words.names("ledger_link", change.link),
          status: ledger(`linkStatus.${status}`),
        };
        return on === null ? t("link", values) : t("linkOn", { ...values, on: formatDate(on) });
      }
      case "cost":
        return t("cost", {
          technology: change.technology,
          link: words.names("ledger_link", change.link),
          from: formatWan(change.from),
          to: formatWan(change.to),
        });
      case "milestone":
        return t("milestone", { name: change.name, on: formatDate(change.on) });
      default:
        return t(change.what, { from: formatWan(change.from), to: formatWan(change.to) });
    }
  };
  return (
    <div className={styles.changes}>
      <h3>{t("title")}</h3>
      <span className={styles.sub}>
        {previousPeriod === null ? t("first") : t("since", { period: String(previousPeriod) })}
      </span>
      {changes.length === 0 ? (
        <p>{t("empty")}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <li key={text(change)}>{text(change)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
