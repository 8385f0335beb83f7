import { getTranslations } from "next-intl/server";
import { StepLinks } from "@/components/project/step-links";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Section } from "@/components/ui/content";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/figures";
import type { ShownSurveys } from "@/lib/evaluation/survey/queries";
import styles from "./evaluation.module.css";

interface SurveysSectionProps {
  projectId: string;
  surveys: ShownSurveys;
}

const tones: Readonly<{ [status: string]: BadgeTone }> = { answered: "done", open: "waiting" };

/** Whom the bureau asked, and the satisfaction that the answers give. */
export async function SurveysSection({ projectId, surveys }: SurveysSectionProps) {
  const t = await getTranslations("surveys");
  const { asked, answered, satisfaction, comparison } = surveys;
  if (asked === 0 && surveys.rows.length === 0 && surveys.actions.length === 0) return null;
  return (
    <Section
      title={t(comparison ? "section.comparison" : "section.title")}
      note={t("section.count", { asked, answered })}
      actions={<StepLinks projectId={projectId} actions={surveys.actions} />}
      bare
    >
      {comparison ? null : (
        <ul className={styles.plain}>
          {(["M1", "M2"] as const).map((code) => {
            const { numerator, denominator, percent } = satisfaction[code];
            return (
              <li key={code}>
                {percent === null
                  ? t("section.noAnswers", { indicator: t(`indicator.${code}`) })
                  : t("section.satisfaction", {
                      indicator: t(`indicator.${code}`),
                      percent,
                      numerator,
                      denominator,
                    })}
              </li>
            );
          })}
        </ul>
      )}
      {surveys.rows.length > 0 ? <Invitations projectId={projectId} rows={surveys.rows} /> : null}
    </Section>
  );
}

async function Invitations({ projectId, rows }: { projectId: string; rows: ShownSurveys["rows"] }) {
  const t = await getTranslations("surveys");
  return (
    <DataTable
      caption={t("section.title")}
      rows={rows}
      rowKey={({ id }) => id}
      anchored
      columns={[
        {
          key: "who",
          header: t("column.who"),
          head: true,
          cell: (row) => row.recipient,
        },
        {
          key: "audience",
          header: t("column.audience"),
          cell: (row) => t(`audience.${row.audience}`),
        },
        {
          key: "status",
          header: t("column.status"),
          cell: (row) => (
            <Badge tone={tones[row.status] ?? "neutral"}>{t(`status.${row.status}`)}</Badge>
          ),
        },
        {
          key: "sent",
          header: t("column.sent"),
          cell: (row) => <DateText value={row.createdAt} />,
        },
        {
          key: "until",
          header: t("column.until"),
          cell: (row) => <DateText value={row.answeredAt ?? row.expiresAt} />,
        },
        {
          key: "step",
          header: t("column.step"),
          cell: (row) => (
            <StepLinks
              projectId={projectId}
              actions={row.actions}
              params={{ invitationId: row.id, invitationVersion: row.version }}
            />
          ),
        },
      ]}
    />
  );
}
