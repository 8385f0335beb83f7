import { getTranslations } from "next-intl/server";
import { stepColumn } from "@/components/project/step-column";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { LedgerView } from "@/lib/absorption/queries";
import { LateBadge } from "./standing";

/** What was to be done by when, and what was. */
export async function MilestonesSection({ ledger }: { ledger: LedgerView }) {
  const t = await getTranslations("screens-absorption");
  if (ledger.milestones.length === 0) return null;
  const done = ledger.milestones.filter(({ status }) => status === "done").length;
  return (
    <Section
      title={t("milestone.title")}
      note={t("milestone.note", { done, all: ledger.milestones.length })}
      bare
    >
      <DataTable
        caption={t("milestone.title")}
        rows={ledger.milestones}
        rowKey={(row) => row.id}
        anchored
        columns={[
          {
            key: "name",
            header: t("milestone.name"),
            head: true,
            cell: (row) => (row.note ? `${row.name} — ${row.note}` : row.name),
          },
          {
            key: "planned",
            header: t("milestone.planned"),
            nowrap: true,
            cell: (row) => <DateText value={row.plannedOn} />,
          },
          {
            key: "done",
            header: t("milestone.done"),
            nowrap: true,
            cell: (row) => <DateText value={row.doneOn} />,
          },
          {
            key: "standing",
            header: t("milestone.standing"),
            nowrap: true,
            cell: (row) =>
              row.status === "done" ? (
                <Badge tone="done">{t("milestone.isDone")}</Badge>
              ) : row.overdueDays > 0 ? (
                <LateBadge days={row.overdueDays} warning={row.warning} />
              ) : (
                <Badge>{t("milestone.isOpen")}</Badge>
              ),
          },
          ...stepColumn(t("steps"), ledger.projectId, ledger.milestones, (row) => ({
            milestoneId: row.id,
            version: row.version,
          })),
        ]}
      />
    </Section>
  );
}
