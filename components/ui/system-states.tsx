import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "./button";
import styles from "./states.module.css";

interface RefusedPageProps {
  kind: "forbidden" | "notFound";
  /** Where to go from here; the desk by default. */
  backHref?: string;
  backLabel?: string;
  children?: ReactNode;
}

/** The page of a 403 or 404: what happened and what to do next. */
export async function RefusedPage({ kind, backHref, backLabel, children }: RefusedPageProps) {
  const t = await getTranslations("errors");
  return (
    <div className={styles.page}>
      <p className={styles.pageCode}>{t(`page.${kind}.code`)}</p>
      <h1>{t(`page.${kind}.title`)}</h1>
      <p>{t(`page.${kind}.text`)}</p>
      {children}
      <div className={styles.actions}>
        <LinkButton variant="primary" href={backHref ?? "/"}>
          {backLabel ?? t("page.toDesk")}
        </LinkButton>
      </div>
    </div>
  );
}

/** Grey lines where the content will be: the body of a `loading.tsx`. */
export async function Skeleton({ lines = 8 }: { lines?: number }) {
  const t = await getTranslations("common");
  return (
    <div className={styles.skeleton} role="status" aria-label={t("loading")}>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike and never move
        <span key={index} className={styles.bone} />
      ))}
    </div>
  );
}
