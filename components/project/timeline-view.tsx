import { getTranslations } from "next-intl/server";
import { Section, Timeline } from "@/components/ui/content";
import { EmptyState } from "@/components/ui/states";
import { holds } from "@/lib/access/actor";
import { type EventLine, eventsPage, timelineOf } from "@/lib/audit/queries";
import { query } from "@/lib/kernel/query";
import { type AllTexts, eventText, passage, reasonText, refusalText, whoText } from "./event-words";
import styles from "./project.module.css";
import type { ProjectViewProps } from "./project-tabs";
import type { Words } from "./words";

/** What happened to a project, latest first; an auditor also sees what was refused. */
export async function TimelineView({ actor, project, words }: ProjectViewProps) {
  const [t, all] = await Promise.all([getTranslations("overview"), getTranslations()]);
  const auditor = holds(actor, "auditor");
  const { events, refused } = await query(actor, async (tx) => ({
    events: await timelineOf(tx, actor, project.id),
    refused: auditor
      ? (await eventsPage(tx, actor, { project: project.id, outcome: "refused" })).events
      : [],
  }));
  if (events.length === 0 && refused.length === 0) {
    return <EmptyState title={t("timeline.empty")}>{t("timeline.emptyHint")}</EmptyState>;
  }
  return (
    <>
      <Section title={t("timeline.title")} note={t("timeline.note", { count: events.length })}>
        <EventTimeline events={events} all={all} words={words} />
      </Section>
      {refused.length > 0 ? (
        <Section title={t("timeline.refused")}>
          <EventTimeline events={refused} all={all} words={words} />
        </Section>
      ) : null}
    </>
  );
}

interface EventTimelineProps {
  events: readonly EventLine[];
  all: AllTexts;
  words: Words;
}

function EventTimeline({ events, all, words }: EventTimelineProps) {
  return (
    <Timeline
      events={events.map((event) => ({
        id: event.id,
        at: event.at,
        title: <EventTitle event={event} all={all} words={words} />,
        by: whoText(event, all),
        detail: <EventDetail event={event} all={all} />,
        refused: event.outcome === "refused",
      }))}
    />
  );
}

/** The sentence, and for a transition the way from state to state. */
function EventTitle({ event, all, words }: { event: EventLine; all: AllTexts; words: Words }) {
  const moved = passage(event, words);
  return (
    <>
      {eventText(event, all)}
      {moved ? (
        <span className={styles.passage}>
          {moved.from ? `${moved.from} → ${moved.to}` : `→ ${moved.to}`}
        </span>
      ) : null}
    </>
  );
}

/** The reason, what stood against it, and the files by their hashes. */
function EventDetail({ event, all }: { event: EventLine; all: AllTexts }) {
  const refusal = event.outcome === "refused" ? refusalText(event.code, all) : null;
  if (!event.reason && !refusal && event.fileHashes.length === 0) return null;
  return (
    <>
      {refusal ? <p>{refusal}</p> : null}
      {event.reason ? <p>{reasonText(event.reason, all)}</p> : null}
      {event.fileHashes.length > 0 ? (
        <p className={styles.hashes}>
          {all("overview.timeline.files", { count: event.fileHashes.length })}{" "}
          {event.fileHashes.map((hash) => (
            <code key={hash} title={hash}>
              {hash.slice(0, 12)}{" "}
            </code>
          ))}
        </p>
      ) : null}
    </>
  );
}
