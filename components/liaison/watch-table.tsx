import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { daysUntil, titleOf, type Words } from "@/components/project/words";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft, Money } from "@/components/ui/figures";
import { EmptyState } from "@/components/ui/states";
import type { WatchLine } from "@/lib/liaison/watch";
import { isState } from "@/lib/lifecycle/states";
import styles from "./liaison.module.css";

interface WatchTableProps {
  rows: readonly WatchLine[];
  words: Words;
  now: Date;
  /** The watches that have ended, with why. */
  ended?: boolean;
}

/** Projects under special watch: why, since when, where they stand and what is due. */
export async function WatchTable({ rows, words, now, ended = false }: WatchTableProps) {
  const [t, common] = await Promise.all([
    getTranslations("liaison.watch"),
    getTranslations("common"),
  ]);
  return (
    <DataTable
      caption={t(ended ? "ended" : "title")}
      rows={rows}
      rowKey={(row) => row.id}
      anchored
      empty={<EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
      columns={[
        {
          key: "project",
          header: t("project"),
          head: true,
          cell: ({ project }) => (
            <>
              <a href={`/projects/${project.id}`}>{titleOf(project, words)}</a>
              <span className={styles.below}>
                {project.number ?? "—"} · {project.unitName} ·{" "}
                {words.names("district", project.districtId)}
              </span>
            </>
          ),
        },
        {
          key: "reason",
          header: t(ended ? "endReason" : "reason"),
          cell: (row) => (ended ? row.endReason : row.reason),
        },
        {
          key: "since",
          header: t("since"),
          nowrap: true,
          cell: (row) => (
            <>
              <DateText value={row.sinceAt} />
              {ended ? (
                <>
                  {" – "}
                  <DateText value={row.untilAt} />
                </>
              ) : null}
              <span className={styles.below}>{row.setByName}</span>
            </>
          ),
        },
        {
          key: "state",
          header: t("state"),
          nowrap: true,
          cell: ({ project: { state } }) => (isState(state) ? words.state(state) : state),
        },
        {
          key: "grant",
          header: t("grant"),
          align: "end",
          cell: ({ project }) => <Money yuan={project.grantAmount.toFixed(2)} />,
        },
        ...(ended
          ? []
          : [
              {
                key: "due",
                header: t("due"),
                nowrap: true,
                cell: ({ project }: WatchLine) => (
                  <>
                    <DateText value={project.dueAt} />{" "}
                    {project.dueAt ? (
                      <DaysLeft days={daysUntil(project.dueAt, now)} t={common} />
                    ) : null}
                  </>
                ),
              },
              {
                key: "steps",
                header: t("steps"),
                cell: (row: WatchLine) => (
                  <StepLinks
                    projectId={row.project.id}
                    actions={row.mayEnd ? ["liaison.end-watch"] : []}
                  />
                ),
              },
            ]),
      ]}
    />
  );
}
