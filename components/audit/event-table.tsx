import { getTranslations } from "next-intl/server";
import {
  eventText,
  passage,
  reasonText,
  refusalText,
  whoText,
} from "@/components/project/event-words";
import type { Words } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { LoggedEvent } from "@/lib/audit/queries";
import styles from "./audit.module.css";

/** A page of the log: number, time, who, what, from and to, and the project. */
export async function EventTable({
  events,
  words,
}: {
  events: readonly LoggedEvent[];
  words: Words;
}) {
  const [t, log, all] = await Promise.all([
    getTranslations("overview"),
    getTranslations("audit"),
    getTranslations(),
  ]);
  return (
    <DataTable
      caption={log("title")}
      rows={events}
      rowKey={(row) => row.id}
      empty={<EmptyState title={log("none")}>{t("audit.emptyHint")}</EmptyState>}
      columns={[
        { key: "seq", header: log("number"), align: "end", nowrap: true, cell: (row) => row.seq },
        {
          key: "at",
          header: log("at"),
          nowrap: true,
          cell: (row) => <DateText value={row.at} minute />,
        },
        { key: "who", header: log("who"), cell: (row) => whoText(row, all) },
        {
          key: "what",
          header: log("event"),
          head: true,
          cell: (row) => (
            <>
              {eventText(row, all)}
              {row.outcome === "refused" ? null : (
                <span className={styles.sub}>{roomName(row.command, t)}</span>
              )}
            </>
          ),
        },
        {
          key: "outcome",
          header: log("outcome"),
          cell: (row) =>
            row.outcome === "refused" ? (
              <>
                <Badge tone="refused">{log("refused")}</Badge>
                <span className={styles.sub}>{refusalText(row.code, all)}</span>
              </>
            ) : (
              <Badge tone="done">{log("done")}</Badge>
            ),
        },
        {
          key: "moved",
          header: t("audit.moved"),
          cell: (row) => {
            const moved = passage(row, words);
            return (
              <>
                {moved ? `${moved.from ?? ""} → ${moved.to}` : null}
                {row.reason ? (
                  <span className={styles.sub}>{reasonText(row.reason, all)}</span>
                ) : null}
              </>
            );
          },
        },
        {
          key: "project",
          header: log("project"),
          cell: (row) =>
            row.projectId ? (
              <>
                <a href={`/projects/${row.projectId}?tab=timeline`}>
                  {row.project?.title ?? t("audit.open")}
                </a>
                <span className={styles.sub}>
                  {row.project?.number ?? "—"}{" "}
                  <a href={`/audit?project=${row.projectId}`}>{t("audit.only")}</a>
                </span>
              </>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}

type OverviewText = Awaited<ReturnType<typeof getTranslations<"overview">>>;

/** The part of Kehe that a command belongs to. */
function roomName(command: string, t: OverviewText): string {
  const [room = ""] = command.split(".");
  return t.has(`room.${room}`) ? t(`room.${room}`) : room;
}
