import { getTranslations } from "next-intl/server";
import { classes } from "./classes";
import { DateText, DaysLeft } from "./figures";
import styles from "./track.module.css";

/** Where one stage stands: behind, here, not yet, stopped here, or never to be entered. */
export type SegmentState = "done" | "current" | "ahead" | "stopped" | "skipped";

export interface TrackSegment {
  stage: "application" | "approval" | "absorption" | "evaluation";
  /** The stage's name. */
  label: string;
  state: SegmentState;
  /** The present state's name in the current segment; a date or result in those behind. */
  note?: string;
}

export interface TrackProps {
  /** Exactly four, in order. */
  segments: readonly TrackSegment[];
  /** The present place in words: the state's name. */
  place: string;
  /** Whose turn it is, in words; absent at the end. */
  turn?: string;
  since?: Date | string;
  until?: Date | string;
  /** Whole days until `until`; negative when overdue. */
  daysLeft?: number;
}

const MARKS: Record<SegmentState, string> = {
  done: "✓",
  current: "●",
  ahead: "",
  stopped: "✕",
  skipped: "–",
};

/**
 * The track of a project: one line of four segments, the present place, whose turn it is, since
 * when, until when, and how many days are left. Everything it shows is plain data.
 */
export async function Track(props: TrackProps) {
  const t = await getTranslations("common");
  const { segments, place, turn, since, until, daysLeft } = props;
  return (
    <div className={styles.track}>
      <ol className={styles.line} aria-label={t("track.label")}>
        {segments.map((segment) => (
          <li
            key={segment.stage}
            className={classes(styles.segment, styles[segment.stage], styles[segment.state])}
            aria-current={segment.state === "current" ? "step" : undefined}
          >
            <span className={styles.name}>
              {segment.label}
              <span className={styles.mark} aria-hidden="true">
                {MARKS[segment.state]}
              </span>
              <span className="visuallyHidden">{t(`track.${segment.state}`)}</span>
            </span>
            {segment.note ? <div className={styles.note}>{segment.note}</div> : null}
          </li>
        ))}
      </ol>
      <dl className={styles.where}>
        <div>
          <dt>{t("track.place")}</dt>
          <dd>{place}</dd>
        </div>
        {turn ? (
          <div>
            <dt>{t("track.turn")}</dt>
            <dd>{turn}</dd>
          </div>
        ) : null}
        {since ? (
          <div>
            <dt>{t("track.since")}</dt>
            <dd>
              <DateText value={since} />
            </dd>
          </div>
        ) : null}
        {until ? (
          <div>
            <dt>{t("track.until")}</dt>
            <dd>
              <DateText value={until} />
            </dd>
          </div>
        ) : null}
        {daysLeft === undefined ? null : (
          <div>
            <dt>{t("track.left")}</dt>
            <dd>
              <DaysLeft days={daysLeft} t={t} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface MiniTrackProps {
  segments: ReadonlyArray<Pick<TrackSegment, "stage" | "state">>;
  /** The present place in words. */
  place: string;
}

/** The track small enough for a table cell, with the present place beside it. */
export function MiniTrack({ segments, place }: MiniTrackProps) {
  return (
    <span className={styles.place}>
      <span className={styles.mini} aria-hidden="true">
        {segments.map(({ stage, state }) => (
          <span key={stage} className={classes(styles.miniSegment, styles[stage], styles[state])} />
        ))}
      </span>
      {place}
    </span>
  );
}
