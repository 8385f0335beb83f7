import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./figures.module.css";
import { daysLeftWording, formatDate, formatDecimal, formatMinute, formatWan } from "./format";

/** The part of a translator that the figures need: the `common` namespace. */
export type CommonText = (key: string, values?: Record<string, string | number>) => string;

const ABSENT = "—";

/** Yuan (decimal text) as 万元. Give `unit` unless the table's head already says it. */
export function Money({ yuan, unit }: { yuan: string | null | undefined; unit?: string }) {
  if (yuan === null || yuan === undefined) return <span className={styles.absent}>{ABSENT}</span>;
  return (
    <span className={styles.figure}>
      {formatWan(yuan)}
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </span>
  );
}

/** A decimal text with separators and its unit. */
export function Figure({
  value,
  unit,
  places,
}: {
  value: string | number | null | undefined;
  unit?: string;
  places?: number;
}) {
  if (value === null || value === undefined) return <span className={styles.absent}>{ABSENT}</span>;
  return (
    <span className={styles.figure}>
      {formatDecimal(String(value), places)}
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </span>
  );
}

/** A day (or, with `minute`, a minute) in Shanghai. */
export function DateText({
  value,
  minute = false,
}: {
  value: Date | string | null | undefined;
  minute?: boolean;
}) {
  if (!value) return <span className={styles.absent}>{ABSENT}</span>;
  const machine = typeof value === "string" ? value : value.toISOString();
  return (
    <time className={styles.figure} dateTime={machine}>
      {minute ? formatMinute(value) : formatDate(value)}
    </time>
  );
}

const DAYS_LEFT_STYLE = { overdue: styles.overdue, soon: styles.soon, calm: undefined } as const;

/** Whole days until a due date, in words. `t` is the translator of `common`. */
export function DaysLeft({ days, t }: { days: number | null | undefined; t: CommonText }) {
  if (days === null || days === undefined) return <span className={styles.absent}>{ABSENT}</span>;
  const wording = daysLeftWording(days);
  return (
    <span className={classes(styles.days, DAYS_LEFT_STYLE[wording.tone])}>
      {t(`daysLeft.${wording.key}`, { days: wording.days })}
    </span>
  );
}

interface StatProps {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  href?: string;
  /** Only for something overdue or refused. */
  alarm?: boolean;
}

/** One figure with its name; with `href` it leads to the list it counts. */
export function Stat({ label, value, note, href, alarm = false }: StatProps) {
  const body = (
    <>
      <span className={styles.tileLabel}>{label}</span>
      <span className={classes(styles.tileValue, alarm && styles.alarm)}>{value}</span>
      {note ? <span className={styles.tileNote}>{note}</span> : null}
    </>
  );
  return href ? (
    <a className={styles.tile} href={href}>
      {body}
    </a>
  ) : (
    <div className={styles.tile}>{body}</div>
  );
}

/** A row of `Stat`s. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className={styles.tiles}>{children}</div>;
}

/** A share of a whole: a bar and its figure. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const percent = max > 0 ? Math.min(100, Math.max(0, Math.round((value / max) * 100))) : 0;
  return (
    <span className={styles.progress}>
      <span
        className={styles.meter}
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span className={styles.fill} style={{ width: `${percent}%` }} />
      </span>
      <span>{percent}%</span>
    </span>
  );
}
