import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./content.module.css";
import { DateText } from "./figures";
import { formatBytes } from "./format";

interface SectionProps {
  title: string;
  /** Anchor of the section. */
  id?: string;
  note?: ReactNode;
  actions?: ReactNode;
  /** Without a panel around it: for a table, which has its own frame. */
  bare?: boolean;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, id, note, actions, bare = false, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {note ? <span className={styles.sectionNote}>{note}</span> : null}
        {actions}
      </div>
      {bare ? children : <div className={styles.panel}>{children}</div>}
    </section>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
  /** A long text takes the whole line. */
  wide?: boolean;
}

/** Names and values, aligned. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ label, value, wide }) => (
        <div key={label} className={classes(styles.fact, wide && styles.wide)}>
          <dt>{label}</dt>
          <dd>{value || value === 0 ? value : "—"}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface TimelineEvent {
  id: string;
  at: Date | string;
  title: ReactNode;
  /** Who, in which role. */
  by?: string;
  detail?: ReactNode;
  refused?: boolean;
}

/** What happened, in the order given. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol className={styles.timeline}>
      {events.map((event) => (
        <li key={event.id} className={classes(styles.event, event.refused && styles.refused)}>
          <span className={styles.eventTime}>
            <DateText value={event.at} minute />
          </span>
          <div>
            <span className={styles.eventTitle}>{event.title}</span>
            {event.by ? <span className={styles.eventBy}>{event.by}</span> : null}
            {event.detail ? <div className={styles.eventText}>{event.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface FileItem {
  id: string;
  name: string;
  bytes: number;
  /** Kind, who added it, when: already worded. */
  note?: string;
}

/** Files with their sizes; each link downloads. */
export function FileList({ files }: { files: readonly FileItem[] }) {
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id} className={styles.file}>
          <a href={`/api/files/${file.id}`}>{file.name}</a>
          <span className={styles.fileNote}>{formatBytes(file.bytes)}</span>
          {file.note ? <span className={styles.fileNote}>{file.note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
