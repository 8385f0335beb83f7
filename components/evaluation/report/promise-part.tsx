import { getTranslations } from "next-intl/server";
import { formatDate } from "@/components/ui/format";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** The versions of the promise, what made each, and the targets that moved between them. */
export async function PromisePart({ report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  const causes = await getTranslations("screens-absorption");
  const { promise } = report;
  const moved = report.lines.filter(
    ({ indicatorCode }) => new Set(promise.map(({ targets }) => targets[indicatorCode])).size > 1,
  );
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.promise")}
      </h3>
      <p>{t("paper.promiseNote", { version: report.baselineVersion })}</p>
      <table className={styles.table}>
        <caption className="visuallyHidden">{t("paper.promise")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("paper.promiseVersion")}</th>
            <th scope="col">{t("paper.promiseCause")}</th>
            <th scope="col">{t("paper.promiseAt")}</th>
            <th scope="col">{t("paper.promiseMoved")}</th>
          </tr>
        </thead>
        <tbody>
          {promise.map((row, index) => {
            const before = promise[index - 1];
            const changed = before
              ? moved.filter(
                  ({ indicatorCode }) =>
                    before.targets[indicatorCode] !== row.targets[indicatorCode],
                )
              : [];
            return (
              <tr key={row.version}>
                <th scope="row">{t("paper.version", { version: row.version })}</th>
                <td>{causes(`baselineCause.${row.cause}`)}</td>
                <td>{formatDate(row.frozenAt)}</td>
                <td>
                  {changed.length === 0
                    ? "—"
                    : changed
                        .map(
                          ({ indicatorCode: code }) =>
                            `${code} ${before?.targets[code] ?? "—"} → ${row.targets[code] ?? "—"}`,
                        )
                        .join(t("listSeparator"))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
