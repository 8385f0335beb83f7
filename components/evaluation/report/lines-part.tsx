import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import type { EvaluationFormLine } from "@/lib/evaluation/queries";
import { LineReasons, LineValue } from "../line-cells";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** Every line: target, the unit's value beside the audited one, score and reason. */
export async function LinesPart({ report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  const groups = report.subtotals.map((level) => ({
    ...level,
    lines: report.lines.filter((line) => line.level1 === level.key),
  }));
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.lines")}
      </h3>
      <p>{t("paper.linesNote", { count: report.lines.length })}</p>
      <div className={styles.wide}>
        <table className={styles.table}>
          <caption className="visuallyHidden">{t("line.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("line.code")}</th>
              <th scope="col">{t("line.indicator")}</th>
              {(["target", "self", "audited", "weight", "score"] as const).map((key) => (
                <th key={key} scope="col" className={styles.number}>
                  {t(`line.${key}`)}
                </th>
              ))}
              <th scope="col">{t("line.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Fragment key={group.key}>
                <tr className={styles.group}>
                  <th scope="rowgroup" colSpan={5}>
                    {words.names("indicator_level", group.key)}
                  </th>
                  <td className={styles.number}>{group.weight}</td>
                  <td className={styles.number}>{group.score}</td>
                  <td />
                </tr>
                {group.lines.map((line) => (
                  <Line key={line.indicatorCode} line={line} words={words} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

async function Line({ line, words }: { line: EvaluationFormLine; words: PartProps["words"] }) {
  const t = await getTranslations("screens-evaluation");
  return (
    <tr>
      <td>{line.indicatorCode}</td>
      <th scope="row">
        {words.locale === "en" ? line.en : line.zh}
        {line.core ? t("paper.coreMark") : null}
      </th>
      <td className={styles.number}>
        <LineValue line={line} value={line.target} words={words} />
      </td>
      <td className={styles.number}>
        <LineValue line={line} value={line.selfValue} words={words} />
      </td>
      <td className={styles.number}>
        <LineValue line={line} value={line.auditedValue} words={words} />
      </td>
      <td className={styles.number}>{line.weight}</td>
      <td className={styles.number}>{line.score ?? line.selfScore ?? "—"}</td>
      <td className={styles.reasons}>
        <LineReasons line={line} words={words} />
      </td>
    </tr>
  );
}
