import { getTranslations } from "next-intl/server";
import { FileList } from "@/components/ui/content";
import { DateText } from "@/components/ui/figures";
import type { Visit } from "@/lib/liaison/visits";
import styles from "./liaison.module.css";

/** Visits on site: when, who, what was found and agreed, and the photographs. */
export async function VisitList({
  visits,
  named = false,
}: {
  visits: readonly Visit[];
  /** With the project, where the visits are of many. */
  named?: boolean;
}) {
  const t = await getTranslations("liaison.visit");
  return (
    <ol className={styles.visits}>
      {visits.map((visit) => (
        <li key={visit.id} className={styles.visit} id={`row-${visit.id}`}>
          <p className={styles.visitHead}>
            <strong>
              <DateText value={visit.visitedOn} />
            </strong>{" "}
            {t("by", { visitors: visit.visitors })}
          </p>
          {named ? (
            <p>
              <a href={`/projects/${visit.project.id}`}>{visit.project.title}</a>
            </p>
          ) : null}
          <p className={styles.text}>{visit.findings}</p>
          {visit.agreed ? (
            <p className={styles.text}>
              <strong>{t("agreed")}</strong> {visit.agreed}
            </p>
          ) : null}
          {visit.photos.length > 0 ? <FileList files={visit.photos} /> : null}
          <p className={styles.note}>{t("recordedBy", { name: visit.recordedByName })}</p>
        </li>
      ))}
    </ol>
  );
}
