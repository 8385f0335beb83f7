import { getTranslations } from "next-intl/server";
import { formHref } from "@/components/project/action-words";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { daysUntil } from "@/components/project/words";
import { Badge } from "@/components/ui/badge";
import { Facts, Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft, Money } from "@/components/ui/figures";
import { noticesOf } from "@/lib/approval/notice-queries";
import { type ObjectionDto, objectionsOf } from "@/lib/approval/queries";
import { query } from "@/lib/kernel/query";

const openStatuses = ["filed", "accepted", "investigated"];

/** The public notices of a project, and for the bureau the objections to them. */
export async function NoticePart({ actor, project, now }: ProjectViewProps) {
  const [t, common] = await Promise.all([
    getTranslations("screens-approval"),
    getTranslations("common"),
  ]);
  const [notices, objections] = await query(actor, async (tx) => [
    await noticesOf(tx, actor, project.id),
    await objectionsOf(tx, actor, project.id),
  ]);
  if (notices.length === 0) return null;
  return (
    <>
      {notices.map((notice) => (
        <Section key={notice.id} title={t("notice.title", { number: notice.number })}>
          <Facts
            items={[
              {
                label: t("notice.amount"),
                value: <Money yuan={notice.amount} unit={common("unit.wan")} />,
              },
              { label: t("notice.from"), value: <DateText value={notice.startsAt} /> },
              {
                label: t("notice.to"),
                value: (
                  <>
                    <DateText value={notice.endsAt} minute />{" "}
                    {notice.closedAt === null && project.state === "publicity" ? (
                      <DaysLeft days={daysUntil(notice.endsAt, now)} t={common} />
                    ) : null}
                  </>
                ),
              },
              { label: t("notice.objections"), value: notice.objections },
            ]}
          />
        </Section>
      ))}
      {objections.length > 0 ? (
        <Objections projectId={project.id} objections={objections} now={now} />
      ) : null}
    </>
  );
}

async function Objections({
  projectId,
  objections,
  now,
}: {
  projectId: string;
  objections: readonly ObjectionDto[];
  now: Date;
}) {
  const [t, common] = await Promise.all([
    getTranslations("screens-approval"),
    getTranslations("common"),
  ]);
  return (
    <Section title={t("objection.title")} note={t("objection.note")} bare>
      <DataTable
        caption={t("objection.title")}
        rows={objections}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "who",
            header: t("objection.who"),
            head: true,
            cell: (row) =>
              [row.filerName, row.filerUnit, row.filerPhone].filter(Boolean).join(" · "),
          },
          { key: "content", header: t("objection.content"), cell: (row) => row.content },
          {
            key: "status",
            header: t("objection.status"),
            cell: (row) => (
              <Badge tone={openStatuses.includes(row.status) ? "waiting" : "done"}>
                {t(`objection.statusOf.${row.status}`)}
              </Badge>
            ),
          },
          {
            key: "due",
            header: t("objection.due"),
            nowrap: true,
            cell: (row) =>
              row.dueAt && openStatuses.includes(row.status) ? (
                <>
                  <DateText value={row.dueAt} />{" "}
                  <DaysLeft days={daysUntil(row.dueAt, now)} t={common} />
                </>
              ) : (
                "—"
              ),
          },
          {
            key: "finding",
            header: t("objection.finding"),
            cell: (row) => row.finding ?? "—",
          },
          {
            key: "step",
            header: t("objection.step"),
            cell: (row) =>
              openStatuses.includes(row.status) ? (
                <a
                  href={formHref(projectId, "approval.handle-objection", {
                    objectionId: row.id,
                    objectionVersion: row.version,
                  })}
                >
                  {t("objection.handle")}
                </a>
              ) : (
                "—"
              ),
          },
        ]}
      />
    </Section>
  );
}
