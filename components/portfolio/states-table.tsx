import { getTranslations } from "next-intl/server";
import type { Words } from "@/components/project/words";
import { StageBadge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { stateIds, stateRow } from "@/lib/lifecycle/states";
import type { StateCount } from "@/lib/portfolio/queries";
import styles from "./portfolio.module.css";

/** How many projects stand in each state, and how many of them are overdue. */
export async function StatesTable({
  states,
  words,
}: {
  states: readonly StateCount[];
  words: Words;
}) {
  const [t, projects] = await Promise.all([
    getTranslations("overview"),
    getTranslations("projects"),
  ]);
  const counts = new Map(states.map((row) => [row.state, row]));
  const rows = stateIds.flatMap((state) => {
    const row = counts.get(state);
    return row ? [{ id: state, count: row.count, overdue: row.overdue }] : [];
  });
  return (
    <DataTable
      caption={t("states.title")}
      phone="scroll"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{t("states.empty")}</p>}
      columns={[
        {
          key: "stage",
          header: t("states.stage"),
          cell: (row) => {
            const { stage, end } = stateRow(row.id);
            return end === "open" ? (
              <StageBadge stage={stage}>{projects(`stage.${stage}`)}</StageBadge>
            ) : (
              <StageBadge stage="end">{t("states.ended")}</StageBadge>
            );
          },
        },
        {
          key: "state",
          header: t("states.state"),
          head: true,
          cell: (row) => words.state(row.id),
        },
        {
          key: "count",
          header: t("states.count"),
          align: "end",
          cell: (row) => <a href={`/projects?state=${row.id}`}>{row.count}</a>,
        },
        {
          key: "overdue",
          header: t("states.overdue"),
          align: "end",
          cell: (row) =>
            row.overdue > 0 ? (
              <a className={styles.alarm} href={`/projects?state=${row.id}&overdue=1`}>
                {row.overdue}
              </a>
            ) : (
              "—"
            ),
        },
      ]}
    />
  );
}
