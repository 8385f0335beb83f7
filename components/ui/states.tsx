import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./states.module.css";

interface EmptyStateProps {
  title: string;
  /** Why it is empty, or what to do next. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** Nothing here, and what that means. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children ? <div className={styles.emptyText}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

export type NoticeTone = "info" | "warning" | "refused";

const NOTICE_ICONS: Record<NoticeTone, ReactNode> = {
  info: <path d="M8 7v4.5M8 4.6v.1M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z" />,
  warning: <path d="M8 6v3.6m0 2v.2M8 1.6l6.8 12.6H1.2Z" />,
  refused: <path d="m5.5 5.5 5 5m0-5-5 5M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0Z" />,
};

interface NoticeProps {
  tone?: NoticeTone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** A message on the page: to know, to mind, or refused. */
export function Notice({ tone = "info", title, children, actions }: NoticeProps) {
  return (
    <div className={classes(styles.notice, tone !== "info" && styles[tone])}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {NOTICE_ICONS[tone]}
      </svg>
      <div>
        {title ? <p className={styles.noticeTitle}>{title}</p> : null}
        {children}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
