import { getTranslations } from "next-intl/server";
import type { PartProps } from "./evaluation-paper";
import { heading, subheading } from "./numbering";
import styles from "./paper.module.css";

/** What a leader reads in a minute: sub-totals, the four wishes, where points were lost. */
export async function ConclusionPart({ report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  const { locale } = words;
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, locale)}
        {t("paper.conclusion")}
      </h3>
      <h4>
        {subheading(part, 1, locale)}
        {t("paper.subtotals")}
      </h4>
      <SubtotalTable
        caption={t("paper.subtotals")}
        first={t("paper.level")}
        rows={report.subtotals}
        name={(key) => words.names("indicator_level", key)}
      />
      <h4>
        {subheading(part, 2, locale)}
        {t("paper.wishes")}
      </h4>
      <p>{t("paper.wishesNote")}</p>
      <SubtotalTable
        caption={t("paper.wishes")}
        first={t("paper.wish")}
        rows={report.dimensions}
        name={(key) => words.names("dimension", key)}
      />
      <h4>
        {subheading(part, 3, locale)}
        {t("paper.gaps")}
      </h4>
      <Gaps report={report} words={words} />
    </section>
  );
}

interface SubtotalTableProps {
  caption: string;
  first: string;
  rows: readonly { key: string; score: string; weight: string }[];
  name: (key: string) => string;
}

async function SubtotalTable({ caption, first, rows, name }: SubtotalTableProps) {
  const t = await getTranslations("screens-evaluation");
  return (
    <table className={styles.table}>
      <caption className="visuallyHidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className={styles.number}>
            {t("paper.weight")}
          </th>
          <th scope="col" className={styles.number}>
            {t("line.score")}
          </th>
          <th scope="col" className={styles.number}>
            {t("paper.rate")}
          </th>
          <th scope="col" className={styles.barColumn}>
            <span className="visuallyHidden">{t("paper.bar")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const percent = rate(row.score, row.weight);
          return (
            <tr key={row.key}>
              <th scope="row">{name(row.key)}</th>
              <td className={styles.number}>{row.weight}</td>
              <td className={styles.number}>{row.score}</td>
              <td className={styles.number}>{percent === null ? "—" : `${percent.toFixed(1)}%`}</td>
              <td className={styles.barColumn}>
                <svg className={styles.bar} viewBox="0 0 100 8" aria-hidden="true">
                  <rect className={styles.barWhole} width="100" height="8" />
                  <rect className={styles.barPart} width={percent ?? 0} height="8" />
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function rate(score: string, weight: string): number | null {
  const whole = Number(weight);
  return whole > 0 ? (Number(score) / whole) * 100 : null;
}

const shownGaps = 5;

/** The lines that lost most, with what the unit says of them. */
async function Gaps({ report, words }: Pick<PartProps, "report" | "words">) {
  const t = await getTranslations("screens-evaluation");
  const lost = report.lines
    .map((line) => {
      const score = line.score ?? line.selfScore;
      return { line, loss: score === null ? 0 : Number(line.weight) - Number(score) };
    })
    .filter(({ line, loss }) => !line.notApplicable && loss > 0)
    .sort((a, b) => b.loss - a.loss)
    .slice(0, shownGaps);
  if (lost.length === 0) return <p>{t("paper.noGaps")}</p>;
  return (
    <ol className={styles.gaps}>
      {lost.map(({ line, loss }) => (
        <li key={line.indicatorCode}>
          {t("paper.gap", {
            code: line.indicatorCode,
            name: words.locale === "en" ? line.en : line.zh,
            loss: loss.toFixed(2),
          })}
          {line.reason ? t("paper.gapReason", { reason: line.reason }) : null}
        </li>
      ))}
    </ol>
  );
}
