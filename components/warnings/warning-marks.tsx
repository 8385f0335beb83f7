import { getTranslations } from "next-intl/server";
import { LevelBadge } from "./level-badge";
import styles from "./warnings.module.css";

/** How many warnings of each level a listed project has; nothing where there are none. */
export async function WarningMarks({ mark }: { mark: { red: number; amber: number } | undefined }) {
  if (!mark) return null;
  const t = await getTranslations("warnings.mark");
  return (
    <span className={styles.marks}>
      {(["red", "amber"] as const).map((level) =>
        mark[level] > 0 ? (
          <LevelBadge key={level} level={level}>
            {t(level, { count: mark[level] })}
          </LevelBadge>
        ) : null,
      )}
    </span>
  );
}
