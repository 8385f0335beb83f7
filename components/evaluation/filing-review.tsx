import { getTranslations } from "next-intl/server";
import type { ActionProps } from "@/components/project/action-page";
import { acceptanceOfProject, evaluationForm } from "@/lib/evaluation/queries";
import { query } from "@/lib/kernel/query";
import { FileSummary } from "./acceptance-section";
import styles from "./evaluation.module.css";
import { LinesTable } from "./evaluation-section";
import { routeText } from "./route-text";

/** What whoever confirms, returns or admits an acceptance file reads beside the form. */
export async function FilingReview({ actor, data, words, now }: ActionProps) {
  const { id, indicatorSetId } = data.project;
  const [t, unit, { acceptance, form }] = await Promise.all([
    getTranslations("screens-evaluation"),
    getTranslations("common.unit"),
    query(actor, async (tx) => ({
      acceptance: await acceptanceOfProject(tx, actor, id, now),
      form: await evaluationForm(tx, actor, id, now),
    })),
  ]);
  if (acceptance === null) return null;
  return (
    <section className={styles.stack} aria-label={t("file.title")}>
      <p className={styles.sub}>
        {routeText(acceptance, t, { unit: unit("wan"), locale: words.locale })}
      </p>
      <FileSummary
        acceptance={acceptance}
        setId={indicatorSetId}
        words={words}
        open
        brief={form !== null}
      />
      {form ? <LinesTable lines={form.lines} words={words} projectId={id} open={false} /> : null}
    </section>
  );
}
