import type { ReactNode } from "react";
import styles from "./badge.module.css";
import { classes } from "./classes";

/** What a badge says by its shape; its word says the same. Red (`refused`) also means overdue. */
export type BadgeTone = "neutral" | "waiting" | "done" | "attention" | "refused";

/** The four stages of a project, and its end. */
export type StageHue = "application" | "approval" | "absorption" | "evaluation" | "end";

const SHAPES: Record<BadgeTone | StageHue, ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.5" />,
  waiting: <path d="M5 1.5v3.7l2.4 1.6M9 5a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z" />,
  done: <path d="m1.2 5.4 2.6 2.6 5-6" />,
  attention: <path d="M5 1 9.2 8.8H.8Z" />,
  refused: <path d="M1.5 1.5l7 7m0-7-7 7" />,
  application: <path d="M1 1h8v8H1z" />,
  approval: <path d="M5 .5 9.5 5 5 9.5.5 5Z" />,
  absorption: <circle cx="5" cy="5" r="4" />,
  evaluation: <path d="M5 .8 9.4 8.8H.6Z" />,
  end: <path d="M1 5h8" />,
};

const FILLED = new Set<BadgeTone | StageHue>([
  "attention",
  "application",
  "approval",
  "absorption",
  "evaluation",
]);

function Shape({ of }: { of: BadgeTone | StageHue }) {
  return (
    <svg className={styles.shape} viewBox="0 0 10 10" aria-hidden="true">
      {SHAPES[of]}
    </svg>
  );
}

/** A status: a shape and a word. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={classes(styles.badge, styles[tone], FILLED.has(tone) && styles.solid)}>
      <Shape of={tone} />
      {children}
    </span>
  );
}

/** A stage's name in its hue and shape. The only badge with a stage's colour. */
export function StageBadge({ stage, children }: { stage: StageHue; children: ReactNode }) {
  return (
    <span
      className={classes(
        styles.badge,
        styles.stage,
        styles[stage],
        FILLED.has(stage) && styles.solid,
      )}
    >
      <Shape of={stage} />
      {children}
    </span>
  );
}

/** A plain label: a level, a district, a kind. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={classes(styles.badge, styles.tag)}>{children}</span>;
}
