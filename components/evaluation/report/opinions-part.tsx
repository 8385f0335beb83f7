import { getTranslations } from "next-intl/server";
import { formatDate } from "@/components/ui/format";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** What the reviewers and the leader said, with names and roles as they were then. */
export async function OpinionsPart({ report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.opinions")}
      </h3>
      {report.opinion ? <p className={styles.body}>{report.opinion}</p> : null}
      {report.opinion === null && report.opinions.length === 0 ? (
        <p>{t("paper.noOpinions")}</p>
      ) : null}
      {report.opinions.map((opinion) => (
        <div key={opinion.id} className={styles.opinion}>
          <h4>{t(`opinionKind.${opinion.kind}`)}</h4>
          <p className={styles.body}>{opinion.text}</p>
          <p className={styles.signature}>
            {opinion.byName} · {words.role(opinion.byRole)} · {formatDate(opinion.at)}
            {opinion.minutesNumber
              ? ` · ${t("paper.minutes", { number: opinion.minutesNumber })}`
              : null}
          </p>
        </div>
      ))}
    </section>
  );
}
