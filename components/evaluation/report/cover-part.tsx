import { getTranslations } from "next-intl/server";
import { formatDate } from "@/components/ui/format";
import type { PartProps } from "./evaluation-paper";
import styles from "./paper.module.css";

/** The paper's head: what was evaluated, against which promise, and the grade. */
export async function CoverPart({ project, report, words }: Omit<PartProps, "part">) {
  const [t, common] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common"),
  ]);
  const final = report.status === "final";
  const score = report.total ?? report.selfTotal;
  const term =
    project.startsOn && project.endsOn
      ? t("paper.term", { from: formatDate(project.startsOn), to: formatDate(project.endsOn) })
      : "—";
  const rows = [
    [t("paper.project"), project.title],
    [t("paper.number"), project.number ?? "—"],
    [t("paper.unit"), project.unitName],
    [t("paper.district"), words.names("district", project.districtId)],
    [
      t("paper.partner"),
      `${words.names("country", project.countryCode)} · ${words.names("cooperation_mode", project.cooperationMode)}`,
    ],
    [t("paper.industry"), words.names("industry", project.industryCode)],
    [t("paper.period"), term],
    [
      t("paper.acceptance"),
      report.acceptance?.result
        ? words.names("acceptance_result", report.acceptance.result)
        : t("acceptance.undecided"),
    ],
    [
      t("paper.basis"),
      t("paper.basisText", { baseline: report.baselineVersion, formula: report.formulaVersion }),
    ],
  ] as const;
  return (
    <header className={styles.cover}>
      <p className={styles.issuer}>{common("bureau")}</p>
      <h2 className={styles.title}>{t("paper.title")}</h2>
      <p className={styles.round}>{t("paper.round", { round: report.round })}</p>
      <table className={styles.table}>
        <caption className="visuallyHidden">{t("paper.coverCaption")}</caption>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className={styles.label}>
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.verdict}>
        <div>
          <dt>{t("paper.grade")}</dt>
          <dd>{final && report.grade ? words.names("grade", report.grade) : t("paper.pending")}</dd>
        </div>
        <div>
          <dt>{final ? t("paper.score") : t("paper.scoreSoFar")}</dt>
          <dd>{score ?? "—"}</dd>
        </div>
      </dl>
    </header>
  );
}
