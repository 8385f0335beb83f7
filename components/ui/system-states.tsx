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
