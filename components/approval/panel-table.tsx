import { getTranslations } from "next-intl/server";
import { formHref } from "@/components/project/action-words";
import type { ProjectViewProps } from "@/components/project/project-tabs";
import { daysUntil } from "@/components/project/words";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText, DaysLeft, Figure } from "@/components/ui/figures";
import { holds } from "@/lib/access/actor";
import { bureauRoles } from "@/lib/access/roles";
import type { PanelDto, SeatDto } from "@/lib/approval/queries";

const tones: Readonly<Record<string, BadgeTone>> = {
  invited: "waiting",
  accepted: "waiting",
  submitted: "done",
  recused: "attention",
  replaced: "neutral",
};

interface PanelTableProps extends Pick<ProjectViewProps, "actor" | "project" | "now"> {
  panel: PanelDto;
}

/** A panel's seats for the officials: who has answered, who is outstanding, what was scored. */
export async function PanelTable({ panel, project, now, actor }: PanelTableProps) {
  const [t, common] = await Promise.all([
    getTranslations("screens-approval"),
    getTranslations("common"),
  ]);
  const bureau = holds(actor, ...bureauRoles);
  return (
    <Section
      title={t("panel.title", { round: panel.round })}
      note={t("panel.note", {
        route: t(`route.${panel.route}`),
        by: panel.formedByName,
        outstanding: panel.outstanding.length,
      })}
      bare
    >
      <DataTable
        caption={t("panel.title", { round: panel.round })}
        rows={panel.seats}
        rowKey={({ id }) => id}
        columns={[
          { key: "seat", header: t("panel.seat"), align: "end", cell: ({ seat }) => seat },
          {
            key: "name",
            header: t("panel.name"),
            head: true,
            cell: ({ expertName }) => expertName,
          },
          {
            key: "status",
            header: t("panel.status"),
            cell: ({ status }) => (
              <Badge tone={tones[status] ?? "neutral"}>{t(`seat.${status}`)}</Badge>
            ),
          },
          {
            key: "due",
            header: t("panel.due"),
            nowrap: true,
            cell: (seat) =>
              seat.submittedAt ? (
                <DateText value={seat.submittedAt} minute />
              ) : (
                <Due seat={seat} days={daysUntil(seat.dueAt, now)} t={common} />
              ),
          },
          {
            key: "total",
            header: t("panel.total"),
            align: "end",
            cell: ({ total }) => <Figure value={total} />,
          },
          {
            key: "verdict",
            header: t("panel.verdict"),
            cell: ({ verdict }) => (verdict ? t(`verdict.${verdict}`) : "—"),
          },
          {
            key: "comment",
            header: t("panel.comment"),
            cell: ({ comment, reason }) => comment ?? reason ?? "—",
          },
          {
            key: "step",
            header: t("panel.step"),
            cell: (seat) =>
              bureau && seat.replaceable ? (
                <a
                  href={formHref(project.id, "approval.replace-expert", {
                    assignmentId: seat.id,
                    assignmentVersion: seat.version,
                  })}
                >
                  {t("panel.replace")}
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

function Due({
  seat,
  days,
  t,
}: {
  seat: SeatDto;
  days: number | undefined;
  t: Awaited<ReturnType<typeof getTranslations<"common">>>;
}) {
  if (seat.status === "recused" || seat.status === "replaced") return "—";
  return (
    <>
      <DateText value={seat.dueAt} /> <DaysLeft days={days} t={t} />
    </>
  );
}
