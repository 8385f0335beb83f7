import { getTranslations } from "next-intl/server";
import { formatDate } from "@/components/ui/format";
import { linkIds } from "@/lib/absorption/links";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** The absorption ledger in short: each technology's links, mastery and readiness. */
export async function LedgerPart({ report, words, part }: PartProps) {
  const [t, status] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("screens-absorption"),
  ]);
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.ledger")}
      </h3>
      {report.ledger.length === 0 ? (
        <p>{t("paper.noLedger")}</p>
      ) : (
        <table className={styles.table}>
          <caption className="visuallyHidden">{t("paper.ledger")}</caption>
          <thead>
            <tr>
              <th scope="col">{status("technology")}</th>
              {linkIds.map((link) => (
                <th key={link} scope="col">
                  {words.names("ledger_link", link)}
                </th>
              ))}
              <th scope="col">{t("paper.mastery")}</th>
              <th scope="col">{t("paper.readiness")}</th>
            </tr>
          </thead>
          <tbody>
            {report.ledger.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.name}</th>
                {linkIds.map((id) => {
                  const link = row.links.find((each) => each.link === id);
                  return (
                    <td key={id}>
                      {link ? (
                        <>
                          {status(`linkStatus.${link.status}`)}
                          <br />
                          {formatDate(link.actualTo ?? link.plannedTo)}
                        </>
                      ) : (
                        "—"
                      )}
                    </td>
                  );
                })}
                <td>
                  {row.mastery} {words.names("mastery", String(row.mastery))}
                </td>
                <td>
                  {row.trlStart ?? "—"} → {row.trlNow ?? "—"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
