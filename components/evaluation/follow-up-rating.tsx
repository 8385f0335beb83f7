import { getTranslations } from "next-intl/server";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DateText } from "@/components/ui/figures";
import type { ShownRating } from "@/lib/evaluation/follow-up/queries";
import type { FollowUpRating } from "@/lib/evaluation/follow-up/rules";
import styles from "./evaluation.module.css";

const tones: Readonly<Record<FollowUpRating, BadgeTone>> = {
  grown: "done",
  kept: "neutral",
  faded: "attention",
};

/** How a project stood against its promise when its follow-up ended, and what that stands on. */
export async function FollowUpRatingBlock({ shown }: { shown: ShownRating }) {
  const t = await getTranslations("screens-evaluation");
  const { rating, basis, reason } = shown;
  return (
    <div className={styles.panel}>
      <div className={styles.blockHead}>
        <h3>{t("rating.title")}</h3>
        <Badge tone={tones[rating]}>{t(`rating.${rating}`)}</Badge>
        <span className={styles.sub}>
          {shown.byName} · <DateText value={shown.at} />
        </span>
      </div>
      <ul className={styles.plain}>
        {basis?.figures.map(({ indicatorCode, promised, reached }) => (
          <li key={indicatorCode}>
            {t("rating.figure", {
              indicator: t(`rating.of.${indicatorCode}`),
              promised,
              reached,
            })}
          </li>
        ))}
        {basis?.share ? <li>{t("rating.share", { share: basis.share })}</li> : null}
        {basis && basis.upperProjects > 0 ? (
          <li>{t("rating.upper", { count: basis.upperProjects })}</li>
        ) : null}
        {reason ? <li>{t("rating.reason", { reason })}</li> : null}
      </ul>
      <p className={styles.sub}>{t("rating.stays")}</p>
    </div>
  );
}
