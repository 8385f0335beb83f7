import { getTranslations } from "next-intl/server";
import type { PartProps } from "./evaluation-paper";
import { heading } from "./numbering";
import styles from "./paper.module.css";

/** What follows from the result, and whether the score runs again from the frozen data. */
export async function FollowingPart({ project, report, words, part }: PartProps) {
  const t = await getTranslations("screens-evaluation");
  const { rerun } = report;
  return (
    <section className={styles.part}>
      <h3>
        {heading(part, words.locale)}
        {t("paper.following")}
      </h3>
      <p className={styles.body}>
        {report.status === "final" && report.grade
          ? t(`consequence.${report.grade}`)
          : t("consequence.pending")}
      </p>
      <p className={styles.body}>{t("paper.standsAt", { state: words.state(project.state) })}</p>
      {rerun === null ? null : (
        <p className={styles.body}>
          {rerun.same
            ? t("paper.rerunSame", { total: rerun.total })
            : t("paper.rerunDiffers", {
                where: rerun.differences.map(({ where }) => where).join(", "),
              })}
        </p>
      )}
    </section>
  );
}
