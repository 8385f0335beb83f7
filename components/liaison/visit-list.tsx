import { getLocale, getTranslations } from "next-intl/server";
import { titleOf } from "@/components/project/words";
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
  const [t, given] = await Promise.all([getTranslations("liaison.visit"), getLocale()]);
  const locale = given === "en" ? "en" : "zh-CN";
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
              <a href={`/projects/${visit.project.id}`}>{titleOf(visit.project, { locale })}</a>
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
