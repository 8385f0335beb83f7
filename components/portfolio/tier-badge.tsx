import { getTranslations } from "next-intl/server";
import styles from "./portfolio.module.css";

/** A tier by its word and by filled squares. */
export async function TierBadge({ tier }: { tier: 1 | 2 | 3 }) {
  const t = await getTranslations("overview");
  return (
    <span className={styles.tier}>
      <svg width="22" height="8" viewBox="0 0 22 8" aria-hidden="true">
        {[0, 1, 2].map((place) => (
          <rect
            key={place}
            x={place * 8 + 0.5}
            y="0.5"
            width="5"
            height="7"
            className={place < 4 - tier ? styles.tierOn : styles.tierOff}
          />
        ))}
      </svg>
      {t(`tier.${tier}`)}
    </span>
  );
}
