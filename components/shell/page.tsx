import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import styles from "./shell.module.css";

export interface Crumb {
  href: string;
  label: string;
}

interface PageHeaderProps {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** What it is: number, unit, stage. */
  what?: ReactNode;
  /** Where it stands: the track, or a notice. */
  standing?: ReactNode;
  /** What can be done now; the first is the likeliest. */
  actions?: ReactNode;
}

/** Answers at the top of each page: what is this, where does it stand, what can I do now. */
export async function PageHeader({ title, crumbs, what, standing, actions }: PageHeaderProps) {
  const t = await getTranslations("shell");
  return (
    <div className={styles.head}>
      <div className={styles.headInner}>
        {crumbs?.length ? (
          <nav aria-label={t("breadcrumb")}>
            <ol className={styles.crumbs}>
              {crumbs.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <div className={styles.titleRow}>
          <div className={styles.titles}>
            <h1>{title}</h1>
            {what ? <div className={styles.what}>{what}</div> : null}
          </div>
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </div>
        {standing ? <div className={styles.standing}>{standing}</div> : null}
      </div>
    </div>
  );
}

/** A page: its header, then its content, which the skip link leads to. */
export function Page({ children, ...header }: PageHeaderProps & { children: ReactNode }) {
  return (
    <main id="main" className={styles.focusless} tabIndex={-1}>
      <PageHeader {...header} />
      <div className={styles.main}>{children}</div>
    </main>
  );
}
