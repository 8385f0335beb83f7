import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { AcceptanceView } from "./acceptance-section";
import styles from "./evaluation.module.css";

const tones: Readonly<Record<string, BadgeTone>> = {
  invited: "waiting",
  accepted: "waiting",
  submitted: "done",
};

/** The named panel: who sits on it, how each voted where the reader may know, and who signed. */
export async function SeatsTable({
  projectId,
  seats,
}: {
  projectId: string;
  seats: AcceptanceView["seats"];
}) {
  const t = await getTranslations("screens-evaluation");
  if (seats.length === 0) return null;
  const rounds = new Set(seats.map(({ round }) => round)).size > 1;
  return (
    <DataTable
      caption={t("panel.title")}
      captionVisible
      rows={seats}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "expert",
          header: t("panel.expert"),
          head: true,
          cell: (row) => (
            <>
              {row.expertName}
              {row.lead ? ` · ${t("panel.leader")}` : null}
              {rounds ? ` · ${t("panel.round", { round: row.round })}` : null}
              {row.expertEmployer ? (
                <span className={styles.below}>{row.expertEmployer}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "standing",
          header: t("standing"),
          nowrap: true,
          cell: (row) => (
            <>
              <Badge tone={tones[row.status] ?? "neutral"}>{t(`seatStatus.${row.status}`)}</Badge>
              <StepLinks
                projectId={projectId}
                actions={row.actions}
                params={{ assignmentId: row.id, assignmentVersion: row.version }}
              />
            </>
          ),
        },
        {
          key: "verdict",
          header: t("panel.verdict"),
          nowrap: true,
          cell: (row) => (row.verdict ? t(`verdict.${row.verdict}`) : "—"),
        },
        { key: "opinion", header: t("panel.opinion"), cell: (row) => row.comment ?? "—" },
        {
          key: "at",
          header: t("panel.at"),
          nowrap: true,
          cell: (row) => <DateText value={row.submittedAt} />,
        },
        {
          key: "signed",
          header: t("panel.opinionSigned"),
          cell: (row) => (
            <>
              {row.opinionSignedAt ? <DateText value={row.opinionSignedAt} /> : "—"}
              {row.reservation ? (
                <span className={styles.below}>
                  {t("panel.reservation", { text: row.reservation })}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
